// @ts-check

/** @typedef {(answer: Answer, label?: string, file?: File) => void} Say */
/** @typedef {(english: string) => string} Word */

/**
 * A question of the widget's own: an address to type, a yes, or a link to follow.
 * @typedef {{text: string, kind?: string, send?: (text: string) => void, node?: Node | string}} Aside
 */

/** @param {Card} card a home, with its picture */
const card = ({ title, text = "", price = "", image, url }) =>
  link(safe(url), "card", picture(image), h("b", {}, title), ...rich(`${price}\n${text}`.trim()));

/**
 * A message as a bubble. An own answer that can be changed opens when it is tapped.
 * @param {Pick<Message, "from" | "text" | "name" | "photo" | "cards">} message
 * @param {Word} word
 * @param {false | "" | (() => void)} [change]
 */
const bubble = ({ from, text, name, photo, cards = [] }, word, change) => {
  const said = from === "visitor"
    ? [h("span.unseen", {}, `${word("You said")}: `), text]
    : [...(name ? [h("b", {}, picture(photo), name)] : []), ...rich(text), ...cards.map(card)];
  const node = h(`${change ? "summary" : "div"}.bubble ${from}`, {}, ...said);
  return change ? h("details.own", {}, node, button("quiet", change, word("Change"))) : node;
};

/**
 * What can be pressed at a question: its options, a time, a file, why it is asked, back and skip.
 * @param {Ask} ask
 * @param {Word} word
 * @param {Say} say
 * @param {(text: string) => void} fill puts a text into the field, to be sent from there
 * @param {(problem: string) => void} complain
 */
const choices = ({ question, kind, options = [], why, optional, upload, progress }, word, say, fill, complain) => {
  const many = kind === "multi";
  /** @type {Set<Choice>} */
  const picked = new Set();
  const done = button("main", () => {
    const all = [...picked];
    say({ question, choices: all.map(({ value }) => value) }, all.map(({ label }) => label).join(", "));
  }, word("Done"));
  done.disabled = true;
  /** @type {HTMLElement[]} */
  const zone = options.map((option) => {
    const chip = button("option", () => {
      if (!many) return say({ question, choice: option.value }, option.label);
      if (!picked.delete(option)) picked.add(option);
      chip.ariaPressed = picked.has(option);
      done.disabled = !picked.size;
    }, option.label);
    if (many) chip.ariaPressed = false;
    return chip;
  });
  if (many) zone.push(done);
  if (kind === "datetime") {
    const oninput = (/** @type {any} */ { target }) => fill(target.value.replace("T", " "));
    zone.push(h("input.option", { type: "datetime-local", ariaLabel: word("datetime"), oninput }));
  }
  if (upload) {
    const { accept, max_bytes: most, many: multiple } = upload;
    const onchange = (/** @type {any} */ { target }) => {
      for (const file of target.files)
        if (file.size > most) complain(FILE);
        else say({ question, file: file.name }, file.name, file);
    };
    zone.push(h("label.option", {}, word("photo"),
      h("input.unseen", { type: "file", accept, multiple, onchange })));
  }
  const asides = h("div.asides");
  if (why) asides.append(h("details", {}, h("summary.quiet", {}, word("why")), h("small", {}, why)));
  if (progress?.done) asides.append(button("quiet", () => say({ back: true }), word("Back")));
  if (optional) asides.append(button("quiet", () => say({ question, skip: true }), word("Skip")));
  return [...zone, asides];
};

/**
 * @param {Aside} aside
 * @param {Word} word
 * @param {() => void} back
 */
const beside = ({ text, node = "" }, word, back) => [h("p", {}, word(text)), node, button("quiet", back, word("Back"))];
