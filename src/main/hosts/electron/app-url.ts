export const APP_SCHEME = 'app'
const APP_HOST = 'gatewright'

/** The page of the window. */
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`

/** Whether a URL is of our own page: the only one that may call, and the only one a window shows. */
export function isAppUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return protocol === `${APP_SCHEME}:` && host === APP_HOST
}
