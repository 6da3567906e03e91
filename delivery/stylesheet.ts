import { type Atrule, type CssNode, generate, parse, type Rule, type Selector } from 'css-tree';

/** Tags as they are named, classes with a dot before them: what a document has of both. */
export type Names = ReadonlySet<string>;

/** What is kept of a style sheet, given what a document has; empty where nothing is. */
type Piece = (names: Names) => string;

/** Rules in whose blocks rules stand. */
const GROUPS = new Set(['media', 'supports', 'layer', 'container']);

/**
 * A style sheet that can be cut to a document: rules for classes and tags that it does not have
 * change nothing in it, and are a good part of what a reader waits for. No script ever changes our
 * documents, so that what they have is known when they are rendered. Where it is not certain that a
 * rule is of no use, it stays.
 */
export class Stylesheet {
  readonly #pieces: readonly Piece[];

  /** @param text a style sheet (CSS Syntax Level 3); what cannot be understood stays as it is */
  constructor(text: string) {
    const sheet = parse(text, {
      parseValue: false,
      parseAtrulePrelude: false,
      parseCustomProperty: false,
    });
    this.#pieces = piecesOf(sheet, new Set());
  }

  cutTo(names: Names): string {
    return this.#pieces.map((piece) => piece(names)).join('');
  }
}

/** @param layers named so far: the order in which they are named first is that of the cascade */
function piecesOf(parent: CssNode, layers: Set<string>): Piece[] {
  const children = 'children' in parent && parent.children !== null ? [...parent.children] : [];
  return (children as CssNode[]).map((node) => pieceOf(node, layers));
}

function pieceOf(node: CssNode, layers: Set<string>): Piece {
  if (node.type === 'Rule') return rulePiece(node);
  if (node.type === 'Atrule' && node.block !== null && GROUPS.has(node.name)) {
    return groupPiece(node, layers);
  }
  const whole = generate(node);
  return () => whole;
}

function rulePiece({ prelude, block }: Rule): Piece {
  const body = generate(block);
  if (prelude.type !== 'SelectorList') {
    const whole = generate(prelude) + body;
    return () => whole;
  }
  const selectors = [...prelude.children].map((selector) => ({
    text: generate(selector),
    mayMatch: matcherOf(selector),
  }));
  return (names) => {
    const used = selectors.filter(({ mayMatch }) => mayMatch(names));
    return used.length === 0 ? '' : used.map(({ text }) => text).join(',') + body;
  };
}

function groupPiece({ name, prelude, block }: Atrule, layers: Set<string>): Piece {
  const words = prelude === null ? '' : ` ${generate(prelude)}`;
  const isFirst = name === 'layer' && !layers.has(words);
  if (name === 'layer') layers.add(words);
  const pieces = block === null ? [] : piecesOf(block, layers);
  return (names) => {
    const content = pieces.map((piece) => piece(names)).join('');
    return content === '' && !isFirst ? '' : `@${name}${words}{${content}}`;
  };
}

type Matcher = (names: Names) => boolean;

/** Whether a document with these names may hold what is selected. */
function matcherOf(selector: CssNode): Matcher {
  const parts = [...(selector as Selector).children].map(partMatcher);
  return (names) => parts.every((part) => part(names));
}

function partMatcher(part: CssNode): Matcher {
  if (part.type === 'ClassSelector') return (names) => names.has(`.${part.name}`);
  if (part.type === 'TypeSelector' && part.name !== '*') {
    const tag = part.name.toLowerCase();
    return (names) => names.has(tag);
  }
  if (part.type === 'PseudoClassSelector' && /^(?:is|where|has)$/.test(part.name)) {
    const lists = [...(part.children ?? [])].flatMap((list) =>
      list.type === 'SelectorList' ? [...list.children] : [],
    );
    const choices = lists.map(matcherOf);
    return (names) => choices.length === 0 || choices.some((choice) => choice(names));
  }
  return () => true;
}
