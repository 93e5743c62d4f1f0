/** Sites that the window links to; anything else is not opened, whatever the page asks for. */
const SITES: ReadonlySet<string> = new Set([
  'docs.aws.amazon.com',
  'aws.amazon.com',
  'spec.openapis.org',
  'json-schema.org',
])

/** The address to give to the system's browser, or null for one that must not be opened. */
export function externalLink(url: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, username, password, href } = new URL(url)
  return protocol === 'https:' && SITES.has(host) && username === '' && password === '' ? href : null
}
