// @ts-check

/**
 * How a kind of answer is typed: inputmode and autocomplete. Other kinds get a text area.
 * @type {Record<string, string[]>}
 */
const FIELDS = {
  phone: ["tel", "tel"],
  email: ["email", "email"],
  name: ["text", "name"],
  number: ["numeric", "off"],
  money: ["decimal", "off"],
  percent: ["decimal", "off"],
  area: ["text", "address-level2"],
  region: ["text", "address-level1"],
  address: ["text", "street-address"],
};

// The widget's own words stand in English where they are used. A reply of the server may bring
// them in the visitor's language, by the English ones: {words: {"Skip": "Überspringen"}}.
const OFFLINE = "You are offline. Your answer is kept.";
const SLOW = "We cannot be reached just now. Your answer is kept.";
const BUSY = "One moment, please. Your answer is kept.";
const CLOSED = "The chat cannot be reached just now.";
const GONE = "The earlier chat has expired. Here is a new one.";
const MOVED = "That question has moved on. Here is where we are.";
const REFUSED = "That could not be read. Please put it differently.";
