// @ts-check

/**
 * How a kind of answer is typed: type, inputmode, autocomplete. Other kinds get a text area.
 * @type {Record<string, string[]>}
 */
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

// The widget's own words stand in English where they are used. A reply of the server may bring
// them in the visitor's language, by the English ones: {words: {"Skip": "Überspringen"}}.
const OFFLINE = "You are offline. What you wrote is kept and sent later.";
const SLOW = "We cannot be reached just now. What you wrote is kept and sent later.";
const BUSY = "One moment, please. What you wrote is kept.";
const CLOSED = "The chat is not available just now.";
const GONE = "The earlier chat has expired. Here is a new one.";
const MOVED = "That question has moved on. Here is where we are.";
const REFUSED = "That could not be read. Please put it differently.";
