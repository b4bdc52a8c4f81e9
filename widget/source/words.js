// @ts-check

/**
 * What the browser can fill in for a kind of answer, which also says how it is typed; "off" is a
 * number. Other kinds get a text area.
 * @type {Record<string, string>}
 */
const FILLS = {
  phone: "tel",
  email: "email",
  name: "name",
  address: "street-address",
  number: "off",
  money: "off",
  percent: "off",
};

// The widget's own words come from the server in the visitor's language: {words: {"Skip":
// "Überspringen", "again": "Neuen Chat beginnen"}}. What can be seen before the first reply stands
// here in English; of the rest there is only a code.
const START = "Chat with us";
const OFFLINE = "You are offline. Nothing is lost.";
const SLOW = "We cannot be reached just now. Nothing is lost.";
const BUSY = "One moment, please.";
const GONE = "gone";
const FILE = "file";
const MESSAGE = "message";
// Wishes that not every office can fulfil: they are offered when the server has words for them.
const TELEGRAM = "telegram";
const MAIL = "mail";
