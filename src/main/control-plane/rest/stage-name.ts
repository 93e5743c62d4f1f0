import { badRequest } from '../service-error'

/** Source: rest-api.md 11.1. */
export function refuseStageName(name: string): void {
  if (/^[\w-]{1,128}$/.test(name)) return
  throw badRequest(
    'Stage name only allows the following: a-zA-Z0-9_-',
    `"${name}" has other characters, or more than 128.`,
  )
}
