import { contentReference } from './content-reference';
import { editorSnippets } from './editor-snippets';
import { CONTENT_KINDS, jsonSchema } from './json-schemas';

/** The files, by path in the project, that tell editors and their programs what the schemas say. */
export function editorFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['content/README.md', contentReference()],
    ...CONTENT_KINDS.map(
      (kind) => [`content/.schemas/${kind}.json`, json(jsonSchema(kind))] as const,
    ),
    ['.vscode/prism.code-snippets', json(editorSnippets())],
  ]);
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
