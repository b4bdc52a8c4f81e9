// @ts-check

/**
 * What the widget itself says. A reply of the server may bring these in the visitor's language,
 * and an attribute (data-title, data-label) may replace the two that a site owner cares for.
 * @type {Record<string, string>}
 */
const WORDS = {
  title: "Chat",
  label: "Chat with us",
  role: "Automated assistant",
  stored: "This chat is stored so that we can help you.",
  privacy: "Privacy",
  start: "Start the chat",
  close: "Close the chat",
  restart: "Start a new chat",
  messages: "Messages",
  progress: "Progress",
  you: "You said",
  type: "Type your answer",
  write: "Write a message",
  send: "Send",
  skip: "Skip",
  back: "Back",
  done: "Done",
  change: "Change",
  why: "Why do you ask?",
  typing: "Typing",
  offline: "You are offline. What you wrote is kept, and sent when you are back.",
  slow: "We cannot be reached just now. What you wrote is kept; trying again.",
  busy: "One moment, please. What you wrote is kept.",
  afresh: "Your earlier chat has expired, so we have started a new one.",
  moved: "That question had moved on; here is where we are.",
  refused: "That could not be read. Could you put it differently?",
  closed: "The chat is not available just now.",
};

/** How each kind of answer is typed: type, inputmode, autocomplete. Other kinds get a text area. */
const FIELDS = {
  phone: ["tel", "tel", "tel"],
  email: ["email", "email", "email"],
  name: ["text", "text", "name"],
  number: ["text", "numeric", "off"],
  money: ["text", "decimal", "off"],
  percent: ["text", "decimal", "off"],
  area: ["text", "text", "address-level2"],
  region: ["text", "text", "address-level1"],
  address: ["text", "text", "street-address"],
};
