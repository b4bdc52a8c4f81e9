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

// The widget's own words stand in English where they are used. The server brings them in the
// visitor's language, by the English ones: {words: {"Skip": "Überspringen"}}.
const OFFLINE = "You are offline. Nothing is lost.";
const SLOW = "We cannot be reached just now. Nothing is lost.";
const BUSY = "One moment, please.";
const GONE = "The earlier chat has expired.";
const FILE = "Please choose a file of up to 5 MB.";
const MESSAGE = "Your message";
// Wishes that not every office can fulfil: they are offered when the server has words for them.
const TELEGRAM = "Continue in Telegram";
const MAIL = "E-mail me this chat";
