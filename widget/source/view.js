// @ts-check

/** @typedef {(answer: Answer, label?: string) => void} Say */
/** @typedef {(english: string) => string} Word */

/**
 * @param {Record<string, any>} props
 * @param {...(Node | string)} children
 * @returns {any}
 */
const button = (props, ...children) => h("button", { type: "button", ...props }, ...children);

/**
 * A message as a bubble. An own answer that can be changed opens when it is tapped.
 * @param {Pick<Message, "from" | "text" | "name">} message
 * @param {Word} word
 * @param {() => void} [change]
 */
const bubble = ({ from, text, name }, word, change) => {
  const props = { class: `bubble ${from}`, dir: "auto" };
  const said =
    from === "visitor" ? [h("span", { class: "unseen" }, `${word("You said")}: `), text] : rich(text);
  if (name) said.unshift(h("b", {}, name));
  if (!change) return h("div", props, ...said);
  return h(
    "details",
    { class: "own" },
    h("summary", props, ...said),
    button({ class: "quiet", click: change }, word("Change")),
  );
};

/**
 * What can be pressed at a question: its options, why it is asked, back and skip.
 * @param {Ask} ask
 * @param {Word} word
 * @param {Say} say
 */
const choices = ({ question, kind, options = [], why, optional, progress }, word, say) => {
  const many = kind === "multi";
  /** @type {Set<Option>} */
  const picked = new Set();
  const labels = () => [...picked].map(({ label }) => label).join(", ");
  const send = () => say({ question, choices: [...picked].map(({ value }) => value) }, labels());
  const done = button({ class: "main", disabled: true, hidden: !many, click: send }, word("Done"));
  const press = (/** @type {Option} */ option, /** @type {HTMLElement} */ pressed) => {
    if (!many) return say({ question, choice: option.value }, option.label);
    if (!picked.delete(option)) picked.add(option);
    pressed.ariaPressed = `${picked.has(option)}`;
    done.disabled = !picked.size;
  };
  const aside = (/** @type {any} */ wanted, /** @type {string} */ name, /** @type {Answer} */ answer) =>
    wanted ? button({ class: "quiet", click: () => say(answer) }, word(name)) : "";
  return [
    ...options.map((option) => {
      const click = (/** @type {any} */ { currentTarget }) => press(option, currentTarget);
      const pressed = many && "false";
      return button({ part: "option", dir: "auto", "aria-pressed": pressed, click }, option.label);
    }),
    done,
    h(
      "div",
      { class: "asides" },
      why ? h("details", {}, h("summary", { class: "quiet" }, word("Why do you ask?")), h("p", { dir: "auto" }, why)) : "",
      aside(progress?.done, "Back", { back: true }),
      aside(optional, "Skip", { question, skip: true }),
    ),
  ];
};
