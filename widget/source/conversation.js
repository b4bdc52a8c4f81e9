// @ts-check

/**
 * @typedef {{id: string, title: string, text?: string, price?: string, image?: string, url?: string}} Card
 * @typedef {{seq: number, from: "visitor" | "bot" | "agent", text: string, at?: string, name?: string, photo?: string, question?: string, cards?: Card[]}} Message
 * @typedef {{value: string, label: string}} Choice
 * @typedef {{accept: string, max_bytes: number, many?: boolean}} Upload
 * @typedef {{question: string, kind: string, text: string, options?: Choice[], optional?: boolean, why?: string, upload?: Upload, progress?: {done: number, total: number}}} Ask
 * @typedef {Record<string, string>} Words
 * @typedef {{conversation: string, token?: string, seq: number, messages: Message[], ask: Ask | null, status: string, ended: boolean, live?: boolean, words?: Words}} Reply
 * @typedef {{question?: string, text?: string, choice?: string, choices?: string[], skip?: true, back?: true, edit?: {question: string}, file?: string, ended?: true}} Answer
 * @typedef {{chat: string, label?: string, turn: Answer & {id: string}}} Unsent
 * @typedef {{status: any, reply?: any, wait: number, problem: string}} Outcome status 0: nobody answered
 * @typedef {{url: string, key: string, opening: () => object, draw: () => void, tell: (event: string, detail: object) => void, refused: () => void}} Surroundings
 */

const PATIENCE = 20000; // milliseconds until a silent server counts as unreachable
const UPLOAD = 600000; // the same for a photo on a slow line
const LONGEST = 60; // seconds between two tries
const POLL = 4000; // milliseconds between two looks while a person may write
const QUIET = 40000; // the same while the bot waits: it may ask again by itself
const SLOWEST = 900; // milliseconds of seeming to write, for a long text

/**
 * What the panel shows, and what it can do.
 * @typedef {object} Chat
 * @property {string} conversation its id, "" before it begins
 * @property {number} seq of the last message
 * @property {string} status
 * @property {boolean} ended
 * @property {boolean} live whether a person may speak
 * @property {Message[]} messages
 * @property {Ask | null} ask
 * @property {Words} words
 * @property {string} notice why there is no connection, in words; "" when all is well
 * @property {string} problem why the last answer was not taken
 * @property {string} mend the visitor's words to mend then
 * @property {boolean} [typing] whether the other side seems to be writing
 * @property {() => Unsent[]} unsent those answers
 * @property {(answer: Answer, label?: string, file?: File) => void} say keeps an answer and sends it
 *   as soon as possible; the label is how it is shown until then
 * @property {() => void} restart forgets this conversation and begins another
 * @property {(seen?: boolean) => void} renew looks whether there is news (another tab, a page that
 *   came back, a person's words); seen: somebody looks at it, so that it is worth asking again
 * @property {() => void} stop
 * @property {(path: string, body: object) => Promise<Outcome>} plead for something beside the
 *   conversation: its transcript by e-mail, a link to go on elsewhere
 */

/**
 * One conversation with the server: what was said, what is asked, what is not sent yet.
 * It does one thing at a time (begin, catch up, send the oldest answer) until nothing is left.
 * @param {Surroundings} around
 */
const converse = ({ key, opening, tell, draw, refused, url }) => {
  let last = 0;
  let tries = 0;
  /** @type {boolean | undefined} Whether there is nothing to catch up with. */
  let current;
  /** @type {boolean | undefined} */
  let working;
  /** @type {boolean | undefined} */
  let stopped;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {AbortController | null | undefined} The open stream of a person's words. */
  let live;
  /** What waits to be uploaded, by the key of its answer. @type {Record<string, File>} */
  const files = {};

  const chat = /** @type {Chat} */ ({
    words: kept(key).words ?? {},
    notice: "",
    problem: "",
    mend: "",

    unsent: () => backlog(key).map(kept).filter((unsent) => unsent.chat === chat.conversation),

    say(answer, label, file) {
      const id = uuid();
      last = Math.max(last + 1, Date.now());
      const name = `${key}|${last}${id}`;
      if (file) files[name] = file;
      keep(name, { chat: chat.conversation, label, turn: { id, ...answer } });
      chat.problem = "";
      work();
    },

    restart() {
      chat.say({ ended: true }); // after what is under way: its reply would bring this chat back
    },

    renew(seen = watched) {
      watched = seen;
      current = false;
      if (!seen) live?.abort();
      if (seen || backlog(key).length) work();
    },

    stop() {
      stopped = true;
      clearTimeout(timer);
      live?.abort();
    },

    plead: (path, body) => call(`/${chat.conversation}/${path}`, body),
  });
  /** @type {boolean | undefined} */
  let watched;

  /** Does all there is to do, then waits for more. */
  const work = async () => {
    const busy = working || stopped;
    working = true;
    show();
    if (busy) return;
    clearTimeout(timer);
    await alone(key, async () => {
      while (!stopped && (await step()));
    });
    working = false;
    show();
    if (stopped || !watched || chat.notice) return;
    if (chat.live) listen();
    else if (!chat.ended) later(QUIET);
  };

  const show = () => {
    chat.typing = working && !chat.notice && (!chat.seq || !!chat.unsent().length);
    draw();
  };

  /** Takes one step; false when nothing is left to do now. */
  const step = async () => {
    const { conversation = "", token } = kept(key);
    if (conversation !== chat.conversation) begin(conversation);
    const [first] = backlog(key);
    const { chat: owner, turn } = kept(first);
    if (first && (owner !== conversation || (turn.file && !files[first]))) {
      // It belongs to a chat that is gone, or its file went with the page that had it.
      if (owner === conversation) chat.problem = FILE;
      giveBack(first);
      return true;
    }
    if (turn?.ended) {
      // What was said is not asked again; of a chat that was deleted the server knows nothing.
      keep(ME, { ...kept(ME), chat: kept(key) });
      forget("");
      return true;
    }
    const { seq } = chat;
    const sends = conversation && current;
    if (sends && !first) return false;
    const path = sends ? (turn.file ? `/files?id=${turn.id}&question=${turn.question}` : "/turns") : `?after=${seq}`;
    current = true; // unless there is news while it is under way
    const outcome = await (conversation
      ? call(`/${conversation}${path}`, sends ? (files[first] ?? turn) : null)
      : call("", opening()));
    const { status, reply, problem } = outcome;
    if (!conversation && (status === 403 || (!status && tries && (await reachable())))) return refused();
    // A proxy's page, or what a proxy made of our JSON, is no reply.
    if (status < 300 ? !reply?.messages : /^0|40[08]|429|5../.test(status)) return waits(outcome);
    if (sends || !first) {
      tries = 0;
      chat.notice = "";
    }
    if (status < 300) {
      if (sends) delete shelf[first];
      // Another tab was faster, or a retry got its old reply: then look again.
      const whole = !(sends && (reply.seq < seq || reply.messages[0]?.seq > seq + 1));
      current &&= whole;
      if (whole) await absorb(reply, sends || !conversation || seq, sends);
      if (sends) tell("answer", { question: turn.question });
      if (sends || !conversation) keep(key, { ...chat, messages: 0, token: reply.token ?? token });
      return true;
    }
    const gone = /40[14]|410/.test(status);
    if (!conversation || (!sends && !gone)) {
      chat.notice = SLOW;
      return false;
    }
    current = false;
    // Typed while the answer before was under way: words are for whatever is open by now.
    if (status === 409 && turn.text && turn.question) keep(first, { ...kept(first), turn: { ...turn, question: "" } });
    // No retry can mend it: the conversation is gone, or the answer was not taken.
    else if (gone) forget(GONE);
    else {
      chat.problem = problem;
      giveBack(first);
    }
    return true;
  };

  /** What was typed and cannot be sent goes back to the visitor. */
  const giveBack = (/** @type {string} */ name) => {
    chat.mend += (kept(name).turn.text ?? "") + " ";
    delete shelf[name];
  };

  /**
   * Whether the server is there for a page that may not read its answers. A browser does not tell
   * a page that may not use the chat from a dead line: what fails twice, and is there, is meant.
   */
  const reachable = () => fetch(url, { mode: "no-cors" }).then(() => true, () => false);

  /**
   * @param {Reply} reply
   * @param {unknown} news whether its messages are new to the visitor
   * @param {unknown} paced whether they are shown as if somebody wrote them
   */
  const absorb = async (reply, news, paced) => {
    const { conversation, status } = reply;
    const before = chat.status;
    const { messages } = chat;
    for (const message of reply.messages) {
      if (message.seq <= chat.seq) continue;
      const answers = message.from !== "visitor";
      if (paced && message.from === "bot" && !media("prefers-reduced-motion:reduce")) {
        chat.typing = true;
        draw();
        await new Promise((done) => setTimeout(done, Math.min(SLOWEST, 10 * message.text.length)));
      }
      messages.push(message);
      chat.seq = message.seq;
      if (news && answers) tell("message", message);
    }
    // The same question again is the same: what was picked for it stays.
    const ask = JSON.stringify(chat.ask) === JSON.stringify(reply.ask) ? chat.ask : reply.ask;
    Object.assign(chat, { live: false }, reply, { messages, ask });
    if (!news || before === status) return;
    if (/complete|handoff/.test(status)) tell("lead", { conversation, status });
    if (chat.ended) tell("end", { conversation, status });
  };

  /** A person's words and typing as they come; where that fails, looks again and again. */
  const listen = async () => {
    if (live) return;
    live = new AbortController();
    try {
      const { body } = await send(`/${chat.conversation}/live?after=${chat.seq}`, null, live.signal);
      const reader = /** @type {any} */ (body).pipeThrough(new TextDecoderStream()).getReader();
      for (let part; !(part = await reader.read()).done; ) {
        if (/^event: s/m.test(part.value)) chat.renew();
        if (/^event: t/m.test(part.value)) {
          chat.typing = true;
          draw();
        }
      }
    } catch {
      // Nobody may speak just now, or the line broke.
    }
    live = null;
    if (!stopped) later(POLL);
  };

  /** Tries again later, each time after a longer wait. @param {Outcome} outcome */
  const waits = ({ status, wait }) => {
    chat.notice = !navigator.onLine ? OFFLINE : status === 429 ? BUSY : SLOW;
    later(1000 * Math.max(wait, Math.min(LONGEST, 2 ** tries++) * (0.5 + Math.random())));
  };

  /** @param {number} milliseconds */
  const later = (milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(chat.renew, milliseconds);
  };

  const forget = (/** @type {string} */ problem) => {
    backlog(key).map(giveBack);
    delete shelf[key];
    begin("");
    chat.problem = problem;
  };

  /** @param {string | undefined} conversation the one to show from its first message */
  const begin = (conversation) => {
    current = false;
    live?.abort();
    Object.assign(chat, { conversation, messages: [], seq: 0, ask: null, status: "", ended: false, live: false });
  };

  /**
   * @param {string} path
   * @param {any} [body] a File, or what becomes JSON
   * @param {AbortSignal} [signal]
   */
  const send = (path, body, signal) => {
    const file = body instanceof File;
    return fetch(url + path, {
      method: body ? "POST" : "GET",
      headers: {
        "Content-Type": file ? body.type : "application/json",
        Authorization: `Bearer ${kept(key).token ?? ""}`,
        ...(file && { "X-File-Name": encodeURIComponent(body.name) }),
      },
      body: file ? body : body && JSON.stringify(body),
      keepalive: body && !file,
      signal: signal ?? AbortSignal.timeout(file ? UPLOAD : PATIENCE),
    });
  };

  /**
   * Sends and reads the reply, whatever becomes of it.
   * @param {string} path
   * @param {any} [body]
   * @returns {Promise<Outcome>}
   */
  const call = async (path, body) => {
    try {
      const response = await send(path, body);
      const wait = +(response.headers.get("Retry-After") ?? 0) || 0;
      const reply = await response.json().catch(() => null);
      return { status: response.status, reply, wait, problem: reply?.error?.message ?? SLOW };
    } catch {
      return { status: 0, wait: 0, problem: SLOW };
    }
  };

  begin(kept(key).conversation);
  return chat;
};
