/** What could end a script, or begin a comment in it, and two line ends that JSON allows and scripts once did not. */
const UNSAFE = /[<\u2028\u2029]/g;

/** The one way of a value into a `<script>`: JSON in which no markup can begin. */
export function renderScriptJson(value: object): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
