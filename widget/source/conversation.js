// @ts-check

/**
 * @typedef {{seq: number, from: "visitor" | "bot" | "agent", text: string, at?: string, name?: string, question?: string}} Message
 * @typedef {{value: string, label: string}} Option
 * @typedef {{question: string, kind: string, text: string, options?: Option[], optional?: boolean, why?: string, progress?: {done: number, total: number}}} Ask
 * @typedef {{conversation: string, token?: string, seq: number, messages: Message[], ask: Ask | null, status: string, ended: boolean, words?: Record<string, string>}} Reply
 * @typedef {{question?: string, text?: string, choice?: string, choices?: string[], skip?: true, back?: true, edit?: {question: string}}} Answer
 * @typedef {{chat: string, label?: string, turn: Answer & {id: string}}} Unsent
 * @typedef {{status: number, reply?: any, wait: number}} Outcome status 0: nobody answered
 * @typedef {{url: string, key: string, opening: () => object, draw: () => void, tell: (event: string, detail: object) => void}} Surroundings
 */

const PATIENCE = 20000; // milliseconds until a silent server counts as unreachable
const LONGEST = 60; // seconds between two tries
const POLL = 4000; // milliseconds between two looks while a person may write

/**
 * One conversation with the server: what was said, what is asked, what is not sent yet.
 * It does one thing at a time (begin, catch up, send the oldest answer) until nothing is left.
 */
class Conversation {
  id = "";
  seq = 0;
  status = "";
  ended = false;
  /** @type {Message[]} */
  messages = [];
  /** @type {Ask | null} */
  ask = null;
  /** @type {Record<string, string>} */
  words = {};
  /** Why there is no connection in words, "" when all is well. */
  notice = "";
  /** Why the last answer was not taken, and the visitor's text to mend. */
  problem = "";
  mend = "";
  /** Whether somebody looks at it, so that a person's words are worth polling for. */
  watched = false;

  #last = 0;
  #tries = 0;
  #current = false;
  #working = false;
  #stopped = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #around;

  /** @param {Surroundings} around */
  constructor(around) {
    this.key = around.key;
    this.#around = around;
  }

  /** The keys of the answers that are not known to be stored, oldest first. */
  get #queue() {
    return Object.keys(shelf).filter((key) => key.startsWith(`${this.key}|`)).sort();
  }

  /** Whether answers of an earlier visit are still to be sent. */
  get kept() {
    return this.#queue.length > 0;
  }

  /** @returns {Unsent[]} */
  get unsent() {
    return this.#queue.map(kept).filter(({ chat }) => chat === this.id);
  }

  /** Whether a reply is on its way. */
  get thinking() {
    return this.#working && !this.notice && (!this.seq || this.unsent.length > 0);
  }

  /**
   * Keeps an answer and sends it as soon as possible.
   * @param {Answer} answer
   * @param {string} [label] how it is shown until it is sent
   */
  say(answer, label) {
    const id = uuid();
    this.#last = Math.max(this.#last + 1, Date.now());
    keep(`${this.key}|${this.#last}${id}`, { chat: this.id, label, turn: { id, ...answer } });
    this.problem = "";
    this.work();
  }

  /** Forgets this conversation and begins another. */
  restart() {
    this.#forget();
    this.work();
  }

  /** Looks whether there is news: another tab, a page that came back, a person's words. */
  refresh() {
    this.#current = false;
    this.work();
  }

  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Does all there is to do, then draws. */
  async work() {
    if (this.#working || this.#stopped) return;
    this.#working = true;
    clearTimeout(this.#timer);
    this.#around.draw();
    await alone(this.key, async () => {
      while (!this.#stopped && (await this.#step()));
    });
    this.#working = false;
    this.#around.draw();
    if (this.watched && this.id && !this.ask && !this.ended && !this.notice) this.#later(POLL);
  }

  /** Takes one step; false when nothing is left to do now. */
  async #step() {
    const { opening, tell } = this.#around;
    const { key } = this;
    const { id = "", token } = kept(key);
    if (id !== this.id) this.#show(id);
    const [first] = this.#queue;
    const { chat, turn } = kept(first);
    const begins = !id;
    const looks = !this.#current;
    if (first && chat !== id) {
      delete shelf[first];
      return true;
    }
    if (!begins && !looks && !first) return false;
    const { seq } = this;
    const outcome = await (begins
      ? this.#fetch("", opening())
      : looks
        ? this.#fetch(`/${id}?after=${seq}`, undefined, token)
        : this.#fetch(`/${id}/turns`, turn, token));
    const { status, reply } = outcome;
    if (!status || status === 408 || status === 429 || status > 499) return this.#waits(outcome);
    const sends = !begins && !looks;
    if (sends || !first) {
      this.#tries = 0;
      this.notice = "";
    }
    if (sends) delete shelf[first];
    if (status < 300) {
      // Another tab was faster, or a retry got its old reply: then look again.
      this.#current = !sends || (reply.seq >= seq && !(reply.messages[0]?.seq > seq + 1));
      if (this.#current) this.#absorb(reply, begins || sends || seq > 0);
      if (sends) tell("answer", { question: turn.question });
      if (begins || sends) keep(key, { id: this.id, token: reply.token ?? token, seq: this.seq });
      return true;
    }
    if (begins || (looks && !/401|404|410/.test(`${status}`))) {
      this.notice = CLOSED;
      return false;
    }
    this.#refused(outcome, turn);
    return true;
  }

  /**
   * Something that no retry can mend: the conversation is gone, or the answer was not taken.
   * @param {Outcome} outcome
   * @param {Answer} [turn]
   */
  #refused({ status, reply }, turn) {
    this.#current = false;
    this.mend = turn?.text ?? "";
    this.problem = reply?.error?.message || REFUSED;
    if (/401|404|410/.test(`${status}`)) this.#forget(GONE);
    if (status === 409) this.problem = MOVED;
  }

  /** @param {Reply} reply @param {boolean} news whether its messages are new to the visitor */
  #absorb(reply, news) {
    const { tell } = this.#around;
    const before = this.status;
    const added = reply.messages.filter(({ seq }) => seq > this.seq);
    const { conversation, seq, ask, status, ended, words = this.words } = reply;
    this.messages.push(...added);
    Object.assign(this, { id: conversation, seq, ask, status, ended, words });
    if (!news) return;
    for (const message of added) if (message.from !== "visitor") tell("message", message);
    if (before === status) return;
    if (/complete|handoff/.test(status)) tell("lead", { conversation, status });
    if (ended) tell("end", { conversation, status });
  }

  /** @param {Outcome} outcome */
  #waits({ status, wait }) {
    this.notice = !navigator.onLine ? OFFLINE : status === 429 ? BUSY : SLOW;
    const growing = Math.min(LONGEST, 2 ** this.#tries++) * (0.5 + Math.random());
    this.#later(1000 * Math.max(wait, growing));
    return false;
  }

  /** @param {number} milliseconds */
  #later(milliseconds) {
    this.#timer = setTimeout(() => (this.watched || this.kept) && this.refresh(), milliseconds);
  }

  #forget(problem = "") {
    for (const key of [...this.#queue, this.key]) delete shelf[key];
    this.#show("");
    this.problem = problem;
  }

  /** @param {string} id of the conversation to show from its first message */
  #show(id) {
    this.#current = false;
    Object.assign(this, { id, messages: [], seq: 0, ask: null, status: "", ended: false });
  }

  /**
   * @param {string} path
   * @param {object} [body]
   * @param {string} [token]
   * @returns {Promise<Outcome>}
   */
  async #fetch(path, body, token) {
    try {
      const response = await fetch(this.#around.url + path, {
        method: body ? "POST" : "GET",
        headers: {
          ...(body && { "Content-Type": "application/json" }),
          ...(token && { Authorization: `Bearer ${token}` }),
        },
        body: body && JSON.stringify(body),
        keepalive: !!body,
        signal: AbortSignal.timeout(PATIENCE),
      });
      const wait = Number(response.headers.get("Retry-After")) || 0;
      const reply = await response.json().catch(() => undefined);
      // A proxy's page, or what a proxy made of our JSON, is no reply.
      return { status: response.ok && !reply?.messages ? 0 : response.status, reply, wait };
    } catch {
      return { status: 0, wait: 0 };
    }
  }
}
