// @ts-check

/**
 * @typedef {{seq: number, from: "visitor" | "bot" | "agent", text: string, at?: string, name?: string, question?: string}} Message
 * @typedef {{value: string, label: string}} Option
 * @typedef {{question: string, kind: string, text: string, options?: Option[], optional?: boolean, why?: string, progress?: {done: number, total: number}}} Ask
 * @typedef {{conversation: string, token?: string, seq: number, messages: Message[], ask: Ask | null, status: string, ended: boolean, lang?: string, words?: Record<string, string>}} Reply
 * @typedef {{question?: string, text?: string, choice?: string, choices?: string[], skip?: true, back?: true, edit?: {question: string}}} Answer
 * @typedef {{chat: string, id: string, label: string, answer: Answer}} Unsent
 * @typedef {{base: string, key: string, opening: () => object, draw: () => void, tell: (event: string, detail: object) => void}} Surroundings
 */

/** A request that did not succeed; status 0 means that nobody answered. */
class Failure extends Error {
  /**
   * @param {number} status
   * @param {any} [body]
   * @param {number} [wait] seconds the server asked us to wait
   */
  constructor(status, body, wait = 0) {
    super(body?.error?.message ?? "");
    this.status = status;
    this.body = body;
    this.wait = wait;
  }

  /** Whether the same request may succeed later. */
  get passes() {
    return !this.status || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

const GONE = [401, 404, 410]; // the conversation, or our right to it
const PATIENCE = 20000; // milliseconds until a silent server counts as unreachable
const LONGEST_WAIT = 60; // seconds between two tries
const POLL = 4000; // milliseconds between two looks while a person may write

/**
 * One conversation with the server: what was said, what is asked, what is not sent yet.
 * It does one thing at a time: begin, catch up, send the oldest answer; until nothing is left.
 */
class Conversation {
  /** @type {Message[]} */
  messages = [];
  /** @type {Ask | null} */
  ask = null;
  id = "";
  seq = 0;
  status = "";
  ended = false;
  /** The key of WORDS that says what is wrong, "" when all is well. */
  notice = "";
  /** What the server could not take: its words, and the visitor's own to mend. */
  refusal = { message: "", text: "" };
  /** Whether the visitor looks at it, so that a person's words may be polled for. */
  watched = false;
  /** @type {Record<string, string>} */
  words = {};
  lang = "";

  #around;
  #current = false;
  #working = false;
  #stopped = false;
  #tries = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Surroundings} around */
  constructor(around) {
    this.#around = around;
  }

  /** Answers given and not yet known to be stored, oldest first. @returns {Unsent[]} */
  get unsent() {
    return this.#waiting().map((key) => shelf.get(key)).filter((kept) => kept?.chat === this.id);
  }

  /** Whether a reply is awaited and expected soon. */
  get thinking() {
    return this.#working && !this.notice && (!this.messages.length || this.unsent.length > 0);
  }

  /**
   * Keeps an answer and sends it as soon as possible.
   * @param {Answer} answer
   * @param {string} label how it is shown until it is sent
   */
  say(answer, label) {
    const kept = { chat: this.id, id: uuid(), label, answer };
    shelf.set(`${this.#around.key}|${stamp()}`, kept);
    this.refusal = { message: "", text: "" };
    this.work();
  }

  /** Forgets this conversation and begins a new one. */
  restart() {
    this.#forget();
    this.notice = "";
    this.work();
  }

  /** Looks whether there is news: another tab, a page that came back, a person's words. */
  refresh() {
    this.#current = false;
    this.work();
  }

  /** Ends all work; the answers kept are sent the next time. */
  stop() {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Does all there is to do, then waits for more. Never rejects. */
  async work() {
    if (this.#working || this.#stopped) return;
    this.#working = true;
    clearTimeout(this.#timer);
    this.#around.draw();
    let again = true;
    try {
      await alone(this.#around.key, async () => {
        while (again && !this.#stopped) again = await this.#step();
      });
      this.#tries = 0;
    } catch (failure) {
      this.#failed(/** @type {Failure} */ (failure));
    }
    this.#working = false;
    this.#around.draw();
    if (this.watched && this.id && !this.ask && !this.ended && !this.notice) this.#later(POLL);
  }

  /** Takes one step; false when nothing is left to do. */
  async #step() {
    const kept = shelf.get(this.#around.key);
    if (this.id !== (kept?.id ?? "")) this.#adopt(kept?.id ?? "");
    if (!this.id) await this.#begin();
    else if (!this.#current) await this.#catchUp(kept.token);
    else return this.#send(kept.token);
    return true;
  }

  async #begin() {
    const reply = await this.#call("POST", "", "", this.#around.opening());
    this.id = reply.conversation;
    this.#current = true;
    this.#absorb(reply, true);
    shelf.set(this.#around.key, { id: reply.conversation, token: reply.token, seq: reply.seq });
  }

  /** @param {string} token */
  async #catchUp(token) {
    const seen = this.seq;
    const reply = await this.#call("GET", `/${this.id}?after=${seen}`, token);
    this.#current = true;
    if (reply) this.#absorb(reply, seen > 0);
  }

  /** @param {string} token */
  async #send(token) {
    const [key] = this.#waiting();
    if (!key) return false;
    const { chat, id, answer } = shelf.get(key);
    if (chat !== this.id) {
      shelf.drop(key);
      return true;
    }
    const reply = await this.#call("POST", `/${this.id}/turns`, token, { id, ...answer });
    shelf.drop(key);
    if (!reply) return true;
    // Another tab has been faster, or a retry got an old reply: catch up instead.
    if (reply.seq < this.seq || reply.messages[0]?.seq > this.seq + 1) this.#current = false;
    else this.#absorb(reply, true);
    this.#around.tell("answer", { question: answer.question ?? "" });
    shelf.set(this.#around.key, { id: this.id, token, seq: this.seq });
    return true;
  }

  /**
   * @param {Reply} reply
   * @param {boolean} news whether its messages are new to the visitor
   */
  #absorb(reply, news) {
    const added = reply.messages.filter((message) => message.seq > this.seq);
    const before = this.status;
    this.messages.push(...added);
    this.seq = Math.max(reply.seq, this.seq);
    this.ask = reply.ask;
    this.status = reply.status;
    this.ended = reply.ended;
    this.words = reply.words ?? this.words;
    this.lang = reply.lang ?? this.lang;
    this.notice = "";
    if (!news) return;
    const detail = { conversation: this.id, status: this.status };
    for (const { seq, from, text } of added)
      if (from !== "visitor") this.#around.tell("message", { ...detail, seq, from, text });
    if (before === this.status) return;
    if (["complete", "handoff"].includes(this.status)) this.#around.tell("lead", detail);
    if (this.ended) this.#around.tell("end", detail);
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {string} token
   * @param {object} [body]
   * @returns {Promise<any>} the reply, or undefined when the refusal was dealt with
   */
  async #call(method, path, token, body) {
    try {
      return await request(method, `${this.#around.base}/api/v1/conversations${path}`, token, body);
    } catch (failure) {
      if (!(failure instanceof Failure) || !this.#mends(failure, method)) throw failure;
      this.#refused(failure);
      return undefined;
    }
  }

  /**
   * Whether we can go on after this failure: the chat is gone, or just this answer was refused.
   * @param {Failure} failure
   * @param {string} method
   */
  #mends({ status, passes }, method) {
    return this.id && (GONE.includes(status) || (method === "POST" && !passes));
  }

  /** @param {Failure} failure */
  #refused({ status, body, message }) {
    const text = this.unsent[0]?.answer.text ?? "";
    this.#current = false;
    if (GONE.includes(status)) {
      this.#forget();
      this.refusal = { message: "afresh", text };
    } else if (status === 409) {
      this.refusal = { message: "moved", text };
      if (body?.messages) this.#absorb(body, true);
    } else {
      this.refusal = { message: message || "refused", text };
    }
  }

  /** @param {Failure} failure */
  #failed(failure) {
    if (!(failure instanceof Failure)) throw failure;
    if (!failure.passes) {
      this.notice = "closed";
      return;
    }
    this.notice = failure.status === 429 ? "busy" : navigator.onLine ? "slow" : "offline";
    const growing = Math.min(LONGEST_WAIT, 2 ** this.#tries++) * (0.5 + Math.random());
    this.#later(1000 * Math.max(failure.wait, growing));
  }

  /** @param {number} milliseconds */
  #later(milliseconds) {
    this.#timer = setTimeout(() => this.refresh(), milliseconds);
  }

  #waiting() {
    return shelf.keys(`${this.#around.key}|`);
  }

  #forget() {
    this.#waiting().forEach(shelf.drop);
    shelf.drop(this.#around.key);
    this.#adopt("");
  }

  /** @param {string} id of the conversation to show from its first message */
  #adopt(id) {
    this.id = id;
    this.messages = [];
    this.seq = 0;
    this.ask = null;
    this.status = "";
    this.ended = this.#current = false;
  }
}

/**
 * @param {string} method
 * @param {string} url
 * @param {string} token
 * @param {object} [body]
 */
const request = async (method, url, token, body) => {
  /** @type {Record<string, string>} */
  const headers = body ? { "Content-Type": "application/json" } : {};
  if (token) headers.Authorization = `Bearer ${token}`;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  let response;
  let reply;
  try {
    response = await fetch(url, {
      method,
      headers,
      body: body && JSON.stringify(body),
      credentials: "omit",
      cache: "no-store",
      keepalive: !!body,
      signal: patience.signal,
    });
    reply = await response.json();
  } catch {
    // Nobody answered, or not in JSON; the status tells which.
  } finally {
    clearTimeout(timer);
  }
  if (response?.ok && reply) return reply;
  const wait = Number(response?.headers.get("Retry-After")) || reply?.error?.retry_after || 0;
  throw new Failure(response?.ok ? 0 : response?.status ?? 0, reply, wait);
};
