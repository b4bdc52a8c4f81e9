// @ts-check

/**
 * The browser's storage, or plain memory where it is forbidden or full. Unsent answers lie under
 * a key each, so that two tabs writing at the same moment cannot lose one of them.
 * @type {Record<string, any>}
 */
let shelf = {};

/**
 * Runs a task while no other tab runs one under the same name, where the browser can promise that.
 * @param {string} _name
 * @param {() => Promise<void>} task
 * @returns {Promise<unknown>}
 */
let alone = (_name, task) => task();

try {
  shelf = localStorage;
  if (navigator.locks) alone = (name, task) => navigator.locks.request(name, task);
} catch {
  // A sandboxed frame, or a visitor who allows no storage.
}

/**
 * @param {string} key
 * @param {unknown} value
 */
const keep = (key, value) => {
  const text = JSON.stringify(value);
  try {
    shelf[key] = text;
  } catch {
    shelf = { ...shelf, [key]: text };
  }
};

/** @param {string} key */
const kept = (key) => JSON.parse(shelf[key] ?? "{}");

/** The keys of a chat's answers that are not known to be stored, oldest first. @param {string} key */
const backlog = (key) => Object.keys(shelf).filter((name) => name.startsWith(`${key}|`)).sort();

/** A random id, also on pages without https, where randomUUID is missing: an address's last part. */
const uuid = () => URL.createObjectURL(new Blob()).slice(-36);

const ME = "doorstep-me";
