// The search, in the place of the theme's own: it knows formulas by their LaTeX, words by their stems in either spelling,
// and other names for the same thing. It stands before the theme's worker, is asked by it and answers in its form.
//
// What it does to a formula terms.py and canonical.py do as well, and a test holds them together.
{
  // ------------------------------------------------------------------------------------------------- LaTeX

  const TOKEN = /\\[A-Za-z]+|\\[^]|\d+(?:\.\d+)?|:=|\S/gu;
  const COMMENT = /(?<!\\)%.*/g;
  const LAYOUT = /\\(?:label|begin|end|tag)\s*\{[^{}]*\}/g;
  const WORD = /\\(?:operatorname|mathrm|mathit|mathsf|text)\*?\s*\{([^{}\\]*)\}/g;
  const INVISIBLE = new Set(/*INVISIBLE*/);
  const SYNONYMS = new Map(/*SYNONYMS*/);
  const NAMES = new Map(/*NAMES*/);

  const bare = (found) => found.reduce((kept, token) => {
    if (token === '}' && kept.at(-1) === '{') kept.pop();
    else if (token === '}' && kept.at(-2) === '{') kept.splice(-2, 1);
    else kept.push(token);
    return kept;
  }, []);

  const tokens = (tex) => {
    const plain = tex.replace(COMMENT, '').replace(LAYOUT, ' ')
      .replace(WORD, (_, word) => (word.trim() ? ` \\${word.replace(/[^A-Za-z]/g, '')} ` : ' '));
    const found = bare((plain.match(TOKEN) ?? []).map((token) => SYNONYMS.get(token) ?? token)
      .filter((token) => !INVISIBLE.has(token)));
    while (['.', ','].includes(found.at(-1))) found.pop();
    return found;
  };

  const word = (token) => NAMES.get(token) ?? token.replace(/^\\+/, '')
    .replace(/[A-Z]/g, (letter) => `cap${letter.toLowerCase()}`)
    .replace(/[^a-z0-9]/gu, (sign) => `u${sign.codePointAt(0).toString(16)}`);

  const searchTerms = (tex) => {
    const words = tokens(tex).filter((token) => token !== '{' && token !== '}').map(word);
    const pairs = words.slice(1).map((next, i) => `tex${words[i]}x${next}`);
    return [...new Set([...words.map((one) => `tex${one}`), ...pairs])];
  };

  const isLatex = (query) => /[\\^{}]|(?:^|[^a-z])[a-z]_[a-z0-9]\b/i.test(query);

  // ------------------------------------------------------------------------------------------------- words

  const STOP = new Set(('a an and are as at be by can do does for from has have how i if in into is it its me my of on or so '
    + 'that the their then there this to was we what when where which who why will with you your').split(' '));
  const BRITISH = [[/([a-z]{3})is(e[drs]?|ers?|ing|ations?)$/, '$1iz$2'], [/([a-z]{3})our(ed|ing|s?)$/, '$1or$2'], [/tre(s?)$/, 'ter$1'],
    [/elling$/, 'eling'], [/elled$/, 'eled']];

  const APART = ['lognormaliz', 'normaliz', 'generaliz', 'centering', 'conjugate'];

  const stems = new Map();
  const stem = (text) => {
    if (!stems.has(text)) {
      const american = BRITISH.reduce((one, [from, to]) => one.replace(from, to), text);
      const apart = APART.find((one) => american.startsWith(one)); // what the stemmer would take for one word
      stems.set(text, apart ?? self.lunr.stemmer(new self.lunr.Token(american)).toString());
    }
    return stems.get(text);
  };

  const plain = (text) => text.replace(/<[^>]*>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"')
    .replace(/&#39;|&#x27;/g, "'").replace(/&amp;/g, '&');
  const folded = (text) => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[’']s\b/g, '');

  // The words of a text. What is joined by hyphens or underscores is also known as one word.
  const words = (text) => (folded(text).match(/[\p{L}\p{N}]+(?:[-_‐‑–][\p{L}\p{N}]+)*/gu) ?? []).flatMap((one) => {
    const parts = one.split(/[-_‐‑–]/);
    return parts.length > 1 ? [...parts, parts.join('')] : parts;
  });

  // ------------------------------------------------------------------------------------------------- the index

  const FIELDS = [['title', 12], ['about', 7], ['words', 1.5], ['text', 1]];
  const KINDS = [[/^eq\//, 1], [/^(?:api|api-execmath)\//, 0.55], [/^proofs\//, 0.25], [/^about\//, 0.6], [/^equations\//, 0.5], [/^/, 1]];
  const RANKS = { instance: 0.6, declaration: 0.7, refuted: 0.8 };
  const [PREFIX, TYPO, OTHER_NAME, SUPERSEDED, SECTION, PAGE, ADDRESS] = [0.5, 0.4, 0.97, 0.7, 0.92, 1.5, 10];

  class Engine {
    #entries = [];
    #places = new Map(); // of each stem the entries that have it, with its weight there
    #stems = [];
    #names;

    constructor(docs, names) {
      this.#names = Object.entries(names).map(([from, to]) => [` ${words(from).join(' ')} `, to]).sort(([one], [other]) => other.length - one.length);
      docs.forEach((doc) => this.#add(doc));
      this.#stems = [...this.#places.keys()].sort();
    }

    #add(doc) {
      const number = this.#entries.length;
      const title = words(plain(doc.title));
      const weights = new Map();
      for (const [field, weight] of FIELDS) {
        const found = words(plain(doc[field] ?? '')).map(stem);
        const counts = new Map();
        found.forEach((one) => counts.set(one, (counts.get(one) ?? 0) + 1));
        const long = field === 'text' ? 1 + found.length / 150 : 1 + found.length / 12;
        counts.forEach((count, one) => weights.set(one, (weights.get(one) ?? 0) + weight * (2 * count) / (count + 1) / long));
      }
      (doc.formula ?? '').split(' ').filter((one) => one).forEach((one) => weights.set(one, 1));
      const isPage = /^(?:softmax|theory|families|reference)\b/.test(doc.location);
      // A page and an equation are also named by their addresses: theory/cumulants/, eq/log-sum-exp/.
      const address = doc.location.includes('#') ? '' : doc.location.replace(/(?:index)?(?:\.html)?$/, '').split('/').filter((one) => one).at(-1) ?? '';
      const names = [title, words(address)].filter((one) => one.length).map((one) => new Set(one.map(stem)));
      names.at(-1)?.forEach((one) => weights.set(one, (weights.get(one) ?? 0) + (isPage ? ADDRESS : 0)));
      weights.forEach((weight, one) => {
        if (!this.#places.has(one)) this.#places.set(one, []);
        this.#places.get(one).push([number, weight]);
      });
      const kind = KINDS.find(([pattern]) => pattern.test(doc.location))[1] * (RANKS[doc.kind] ?? 1) * (!isPage ? 1 : doc.location.includes('#') ? SECTION : PAGE);
      this.#entries.push({ doc, kind, names, name: plain(doc.title).trim().split(/\s/)[0].toLowerCase() });
    }

    // The entries that have a word, how much it says of each, and how rare it is.
    #found(one, isLast) {
      const exact = stem(one);
      const found = new Map(this.#places.get(exact) ?? []);
      const others = isLast && one.length > 2 ? this.#beginning(one).filter((other) => other !== exact) : [];
      const [near, part] = found.size || others.length || one.length < 5 ? [others, PREFIX] : [this.#stems.filter((other) => isTypo(exact, other)), TYPO];
      near.forEach((other) => this.#places.get(other).forEach(([number, weight]) => {
        found.set(number, Math.max(found.get(number) ?? 0, part * weight));
      }));
      return { found, rarity: Math.log(1 + this.#entries.length / (1 + found.size)) };
    }

    #beginning(start) {
      return this.#stems.filter((one) => one.startsWith(start));
    }

    #scores(asked) {
      const sought = words(asked);
      const telling = sought.filter((one) => !STOP.has(one));
      const terms = [...new Set(telling.length ? telling : sought)];
      // A joined word stands beside its parts; who has either has it.
      const parts = terms.filter((one) => !terms.some((other) => other !== one && other.length < one.length && one.startsWith(other) && joined(one, terms)));
      const looked = (parts.length ? parts : terms).map((one, place, all) => this.#found(one, place === all.length - 1));
      const all = looked.reduce((sum, { rarity }) => sum + rarity, 0);
      const scores = new Map();
      looked.forEach(({ found, rarity }) => found.forEach((weight, number) => {
        const score = scores.get(number) ?? { score: 0, covered: 0 };
        scores.set(number, { score: score.score + rarity * weight, covered: score.covered + rarity });
      }));
      const stemmed = new Set((parts.length ? parts : terms).map(stem));
      scores.forEach((score, number) => {
        const { names, kind } = this.#entries[number];
        const exact = Math.max(0, ...names.map((name) => (2 * [...stemmed].filter((one) => name.has(one)).length) / (name.size + stemmed.size)));
        scores.set(number, score.score * (score.covered / all) ** 2 * kind * (1 + 2 * exact ** 2));
      });
      return scores;
    }

    // The query, and the query with another name in the place of each that is known.
    #variants(query) {
      const spaced = ` ${words(query).join(' ')} `;
      const known = this.#names.filter(([from]) => spaced.includes(from));
      return [[query, known.some(([from]) => from === spaced) ? SUPERSEDED : 1], ...known
        .flatMap(([from, others]) => others.map((other) => [spaced.replace(from, ` ${other} `), OTHER_NAME]))];
    }

    search(query) {
      const asked = query.trim();
      const scores = isLatex(asked) ? this.#ofFormula(asked) : new Map();
      if (!isLatex(asked)) {
        this.#variants(asked).forEach(([variant, part]) => this.#scores(variant).forEach((score, number) => {
          scores.set(number, Math.max(scores.get(number) ?? 0, part * score));
        }));
        this.#entries.forEach(({ doc, name }, number) => {
          if (doc.label && doc.label === asked.toLowerCase().replace(/\s+/g, '-')) scores.set(number, 1e6);
          else if (name === asked.toLowerCase() && doc.location.startsWith('api/')) scores.set(number, (scores.get(number) ?? 0) * (name.includes('_') ? 4 : 1.3));
        });
      }
      return { items: this.#grouped(scores, words(asked).filter((one) => !STOP.has(one)).map(stem)) };
    }

    // Who has all the terms of a formula; first who is about just this.
    #ofFormula(tex) {
      const terms = searchTerms(tex);
      const found = terms.map((term) => new Set((this.#places.get(term) ?? []).map(([number]) => number)));
      const scores = new Map();
      (terms.length ? [...found[0]] : []).forEach((number) => {
        if (found.some((one) => !one.has(number))) return;
        const { doc } = this.#entries[number];
        const left = (doc.left ?? '').split(' ');
        const begins = terms.filter((term) => left.includes(term)).length / Math.max(left.length, terms.length);
        scores.set(number, 1 + 3 * begins ** 2);
      });
      return scores;
    }

    // By page, as the theme shows them; in each group first what fits best.
    #grouped(scores, sought) {
      const groups = new Map();
      const sorted = [...scores].filter(([, score]) => score > 0).sort(([a, one], [b, other]) => other - one || a - b).slice(0, 120);
      for (const [number, score] of sorted) {
        const { doc } = this.#entries[number];
        const page = doc.location.split('#')[0];
        if (!groups.has(page)) groups.set(page, []);
        groups.get(page).push({ location: doc.location, title: marked(plain(doc.title).trim(), sought), text: shown(doc, sought), score, terms: {} });
      }
      groups.forEach((group, page) => {
        if (group.some(({ location }) => location === page)) return;
        const parent = this.#entries.find(({ doc }) => doc.location === page);
        if (parent) group.push({ location: page, title: escaped(plain(parent.doc.title).trim()), text: '', score: 0, terms: {} });
      });
      return [...groups.values()];
    }
  }

  const joined = (one, terms) => terms.some((first) => one.startsWith(first) && one !== first
    && terms.some((rest) => one.endsWith(rest) && rest !== one));

  function isTypo(one, other) {
    if (Math.abs(one.length - other.length) > 1 || one[0] !== other[0]) return false;
    let at = 0;
    while (at < one.length && one[at] === other[at]) at += 1;
    const [a, b] = [one.slice(at), other.slice(at)];
    return a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b
      || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
  }

  // ------------------------------------------------------------------------------------------------- what is shown

  const LONGEST = 180;
  const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const has = (text, sought) => words(text).filter((one) => sought.includes(stem(one))).length;
  const marked = (text, sought) => text.split(/([\p{L}\p{N}]+)/u).map((piece) => (
    /^[\p{L}\p{N}]/u.test(piece) && sought.includes(stem(folded(piece))) ? `<mark>${escaped(piece)}</mark>` : escaped(piece)
  )).join('');

  // The sentence that says most of what was asked, and the formula.
  function shown(doc, sought) {
    const sentences = plain(doc.text).split(/(?<=[.!?:])\s+(?=\S)/).map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one);
    const best = sentences.reduce((one, other) => (has(other, sought) > has(one, sought) ? other : one), sentences[0] ?? '');
    const cut = best.length > LONGEST ? `${best.slice(0, LONGEST).replace(/\s\S*$/, '')}…` : best;
    return marked(cut, sought) + (doc.picture ? `<img class="execmath-picture" alt="" src="${new URL(doc.picture, base())}">` : '');
  }

  // Of the site: the worker's script lies three folders below it.
  function base() {
    const script = typeof document === 'undefined' ? self.location.href : document.querySelector('script[src]')?.src;
    return new URL('../../../', script ?? self.location.href);
  }

  // ------------------------------------------------------------------------------------------------- the worker

  self.searchTerms = searchTerms;
  self.Engine = Engine;
  let engine = null;

  // Heard before the theme's own listener, which is registered below and is given the same event: its index stays empty.
  self.addEventListener('message', (event) => {
    const { type, data } = event.data;
    if (type === 0) {
      engine = new Engine(data.docs, data.config.names ?? {});
      data.docs = [];
    } else if (type === 2 && typeof data === 'string' && engine) {
      event.stopImmediatePropagation();
      self.postMessage({ type: 3, data: engine.search(data) });
    }
  });
}
