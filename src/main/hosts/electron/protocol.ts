import { protocol } from 'electron'
import { readPageFile, refusal } from '../page-files'
import { APP_SCHEME, isAppUrl } from './app-url'

/** Makes `app:` behave like https: module workers, fetch and the content security policy work. Before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page from `folder`, and nothing else, under `app://gatewright/`. */
export function serveAppScheme(folder: string): void {
  protocol.handle(APP_SCHEME, async ({ url, method }) => {
    const isAnswered = isAppUrl(url) && method === 'GET'
    const { status, headers, body } = isAnswered
      ? await readPageFile(folder, new URL(url).pathname)
      : refusal(403, 'Forbidden')
    return new Response(body, { status, headers })
  })
}
