// A page that is opened as a file may start no worker. Where Material's plugin `offline` is used, its
// search runs in a hidden frame instead; what it needs of a worker is here, so that nothing is
// fetched from elsewhere.
if (location.protocol === 'file:') {
  window.IFrameWorker = class extends EventTarget {
    #waiting = [];

    #scope;

    constructor(url) {
      super();
      const frame = document.createElement('iframe');
      frame.hidden = true;
      frame.title = 'search';
      document.body.append(frame);
      this.#scope = frame.contentWindow;
      this.#scope.postMessage = (data) => this.dispatchEvent(new MessageEvent('message', { data }));
      const script = this.#scope.document.createElement('script');
      script.src = url;
      script.addEventListener('load', () => {
        const waiting = this.#waiting;
        this.#waiting = null;
        waiting.forEach((data) => this.#receive(data));
      });
      this.#scope.document.body.append(script);
    }

    postMessage(data) {
      if (this.#waiting) this.#waiting.push(data);
      else this.#receive(data);
    }

    #receive(data) {
      this.#scope.dispatchEvent(new MessageEvent('message', { data }));
    }
  };
  window.Worker = window.IFrameWorker;
}
