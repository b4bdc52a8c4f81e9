// @ts-check

const DOOR = "M5 21V4.6L14 3v18M14 6h5v15M3 21h18M11 12v.5";
const CHAT = "M4 5h16v11H11l-5 4v-4H4z";
const CROSS = "M6 6l12 12M18 6L6 18";
const ARROW = "M12 19V6M6 11l6-6 6 6";

/**
 * A message as a bubble. ``change`` is offered for the visitor's own answers.
 * @param {Pick<Message, "from" | "text" | "name">} message
 * @param {(word: string) => string} word
 * @param {(() => void) | false} [change]
 */
const bubble = ({ from, text, name }, word, change) => {
  const said = h("div", { class: `bubble ${from}`, dir: "auto" });
  if (from === "visitor") said.append(h("span", { class: "unseen" }, `${word("you")}: `));
  if (name) said.append(h("b", {}, name));
  said.append(...(from === "visitor" ? [text] : rich(text)));
  if (!change) return h("div", { class: "row" }, said);
  const button = h("button", { type: "button", class: "quiet", hidden: true, click: change }, word("change"));
  said.setAttribute("role", "button");
  said.setAttribute("tabindex", "0");
  said.setAttribute("aria-expanded", "false");
  const toggle = () => {
    button.hidden = !button.hidden;
    said.setAttribute("aria-expanded", `${!button.hidden}`);
  };
  said.addEventListener("click", toggle);
  said.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    toggle();
  });
  return h("div", { class: "row" }, said, button);
};

/**
 * The buttons under a question.
 * @param {Ask} ask
 * @param {(word: string) => string} word
 * @param {(answer: Answer, label: string) => void} say
 */
const choices = (ask, word, say) => {
  const { question, kind, options = [] } = ask;
  const many = kind === "multi";
  const pressed = () => buttons.filter((button) => button.ariaPressed === "true");
  const buttons = options.map(({ value, label }) =>
    h("button", {
      type: "button",
      part: "option",
      class: "option",
      dir: "auto",
      value,
      "aria-pressed": many && "false",
      click: (/** @type {{currentTarget: HTMLButtonElement}} */ { currentTarget: button }) => {
        if (!many) return say({ question, choice: value }, label);
        button.ariaPressed = `${button.ariaPressed !== "true"}`;
        done.disabled = !pressed().length;
      },
    }, label),
  );
  const done = h("button", {
    type: "button",
    class: "option main",
    disabled: true,
    click: () =>
      say(
        { question, choices: pressed().map((button) => button.value) },
        pressed().map((button) => button.textContent).join(", "),
      ),
  }, word("done"));
  return many ? [...buttons, done] : buttons;
};

/**
 * What else can be done at a question: skip it, go back, see why it is asked.
 * @param {Ask} ask
 * @param {(word: string) => string} word
 * @param {(answer: Answer, label: string) => void} say
 */
const asides = ({ question, optional, why, progress }, word, say) => {
  const quiet = (/** @type {string} */ name, /** @type {Answer} */ answer) =>
    h("button", { type: "button", class: "quiet", click: () => say(answer, "") }, word(name));
  return [
    ...(why ? [h("details", {}, h("summary", { class: "quiet" }, word("why")), h("p", { dir: "auto" }, why))] : []),
    ...(progress?.done ? [quiet("back", { back: true })] : []),
    ...(optional ? [quiet("skip", { question, skip: true })] : []),
  ];
};
