import { GatewrightError } from '@shared/contract/errors'

/** The port asked for in GATEWRIGHT_PORT; 0, which picks a free one, when there is none. */
export function portSetting(text: string | undefined): number {
  if (text === undefined || text === '') return 0
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new GatewrightError('contract/invalid-arguments', `GATEWRIGHT_PORT is "${text}". Give a port from 0 to 65535.`)
}
