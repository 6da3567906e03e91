/** How long the engine may wait for nothing before it counts as dead, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Notices an engine that will never answer. Whatever the engine awaits is a call to the database
 * driver, so a request that is pending while no such call is under way has died: a WebAssembly
 * trap inside an asynchronous method leaves its promise unsettled for ever.
 */
export class Watch {
  #underWay = 0;
  #idleSince = Date.now();

  /** Runs a call to the driver. */
  async track(work) {
    this.#underWay += 1;
    try {
      return await work();
    } finally {
      this.#underWay -= 1;
      this.#idleSince = Date.now();
    }
  }

  /** Runs a request to the end, whatever becomes of it; answers a JSON-RPC result or error. */
  async guard(request) {
    this.#idleSince = Date.now();
    let timer;
    const death = new Promise((_, reject) => {
      const die = () => reject(new Error('the schema engine stopped without an answer'));
      const look = () =>
        this.#underWay === 0 && Date.now() - this.#idleSince > PATIENCE ? die() : undefined;
      timer = setInterval(look, PATIENCE / 4);
      process.once('uncaughtException', reject);
    });
    try {
      return await Promise.race([request(), death]);
    } catch (error) {
      return { error: toRpcError(error) };
    } finally {
      clearInterval(timer);
      process.removeAllListeners('uncaughtException');
    }
  }
}

/** An error in the form that the Prisma command line reads: `data.message` is what it shows. */
function toRpcError(error) {
  const message = error?.message ?? String(error);
  const data = { is_panic: false, message, meta: error?.meta ?? null };
  if (error?.error_code ?? error?.code) data.error_code = error.error_code ?? error.code;
  return { code: 4466, message: 'An error happened. Check the data field for details.', data };
}
