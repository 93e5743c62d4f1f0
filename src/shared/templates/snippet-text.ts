const STOP = /\\([\\$}])|\$\{\d+:((?:\\[\\$}]|[^\\}])*)\}|\$\{\d+\}|\$\d+/g

/** What a snippet inserts when none of its stops is filled in: `#set(\$${1:name} = ${2:value})` gives `#set($name = value)`. */
export function snippetText(snippet: string): string {
  return snippet.replace(STOP, (_match, escaped: string | undefined, inner: string | undefined) =>
    escaped !== undefined ? escaped : (inner ?? '').replace(/\\([\\$}])/g, '$1'),
  )
}

/** A text as a snippet that inserts it as it is. */
export function asSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}
