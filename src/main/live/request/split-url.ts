/** Where a request goes, before it is known what is there. */
export interface SentUrl {
  /** The custom domain that was asked, or null for the gateway's own address. */
  readonly domain: string | null
  readonly pathname: string
  /** Without its question mark. */
  readonly rawQuery: string
}

/** "/orders?page=2" -> "/orders" and "page=2", as they were sent. */
export function splitUrl(url: string, domain: string | null = null): SentUrl {
  const mark = url.indexOf('?')
  if (mark === -1) return { domain, pathname: url, rawQuery: '' }
  return { domain, pathname: url.slice(0, mark), rawQuery: url.slice(mark + 1) }
}
