// @ts-check

/**
 * The browser's storage, or plain memory where it is forbidden or full. Nothing is written before
 * the visitor opens the chat. Unsent answers lie under a key each, so that two tabs writing at the
 * same moment cannot lose one of them.
 */
const shelf = {
  /** @type {Map<string, string>} */
  memory: new Map(),

  /** @param {string} key */
  get(key) {
    try {
      return JSON.parse(shelf.memory.get(key) ?? localStorage.getItem(key) ?? "null");
    } catch {
      return null;
    }
  },

  /**
   * @param {string} key
   * @param {unknown} value
   */
  set(key, value) {
    const text = JSON.stringify(value);
    try {
      localStorage.setItem(key, text);
    } catch {
      shelf.memory.set(key, text);
    }
  },

  /** @param {string} key */
  drop(key) {
    shelf.memory.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      // It lay in memory only.
    }
  },

  /**
   * @param {string} prefix
   * @returns {string[]}
   */
  keys(prefix) {
    let kept = [...shelf.memory.keys()];
    try {
      kept = kept.concat(Object.keys(localStorage));
    } catch {
      // Memory is all there is.
    }
    return kept.filter((key) => key.startsWith(prefix)).sort();
  },
};

/**
 * Runs a task while no other tab runs one under the same name, where the browser can promise that.
 * @param {string} name
 * @param {() => Promise<void>} task
 */
const alone = (name, task) => (navigator.locks ? navigator.locks.request(name, task) : task());

/** A random id, also on pages without https, where randomUUID is missing. */
const uuid = () =>
  crypto.randomUUID?.() ??
  "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (digit) =>
    (+digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+digit / 4)))).toString(16),
  );

let stamps = 0;
/** Grows with every call, so that keys sort in the order they were made. */
const stamp = () => Date.now() * 1000 + (stamps++ % 1000);
