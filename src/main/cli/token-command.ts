import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { PoolUser } from '@shared/design/identity'
import type { TokenRequest } from '../live/identity/cognito-token'
import { createLocalIdentityProvider } from '../live/identity/local-identity-provider'
import { localPools, poolUser, type LocalPool } from '../live/identity/local-pool'
import { dataFolders } from '../storage/data-folders'
import { reasonOf } from '../storage/error-code'
import { createPoolKeyFiles } from '../storage/pool-key-files'
import { DONE, onlyPositional, UsageError, wholeNumber, type Command, type CommandContext } from './command'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { readDesign } from './read-design'

type Values = CommandContext['values']

const DEFAULT_EXPIRY = 3600
const TEN_YEARS = 315_360_000
/** What a token is made out to when its pool has no app client. */
const NO_CLIENT = 'local'

export const tokenCommand: Command = {
  name: 'token',
  usage:
    'token <design> --pool P --user U [--client C] [--use id|access] [--scope S]... [--expires SECONDS] [--issuer URL] [--type rest|http] [--parameter NAME=VALUE] [--json]',
  summary: 'Prints a token of a local user pool, good for a gateway that runs here with the same data folder.',
  options: {
    pool: { type: 'string' },
    user: { type: 'string' },
    client: { type: 'string' },
    use: { type: 'string' },
    scope: { type: 'string', multiple: true },
    expires: { type: 'string' },
    issuer: { type: 'string' },
    ...DESIGN_OPTIONS,
  },
  optionHelp: {
    pool: 'User pool, by id or name: one of the design, or one that an authorizer names. May be left out when there is one only.',
    user: 'User name. Where the pool has no users, any name is one.',
    client:
      "App client, by id or name; the pool's first when absent. An id that the pool does not have is taken as it is.",
    use: 'id (when absent) or access. Methods with scopes take access tokens, others ID tokens.',
    scope: "A scope of an access token, several times for several; the client's own when absent.",
    expires: `Seconds from now; ${DEFAULT_EXPIRY} when absent. --expires=-60 makes a token that expired a minute ago.`,
    issuer: "Issuer to write into the token; Cognito's address of the pool when absent.",
    ...DESIGN_OPTION_HELP,
    json: 'Print the token with its claims as JSON.',
  },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const path = resolve(onlyPositional(context, 'a design'))
  const expiresInSeconds = wholeNumber(values, 'expires', -TEN_YEARS, TEN_YEARS) ?? DEFAULT_EXPIRY
  const asked = scopesOf(values)
  const use = useOf(values, asked)
  const design = await readDesign(path, io, importOptions(values))
  const pool = poolOf(localPools(design), text(values, 'pool'))
  const user = userOf(pool, text(values, 'user'))
  const client = clientOf(pool, text(values, 'client'))
  const issuer = text(values, 'issuer')
  const { dataFolder } = dataFolders({ env: process.env, platform: process.platform, home: homedir() })
  const provider = createLocalIdentityProvider({ store: createPoolKeyFiles(dataFolder) })
  const request: TokenRequest = {
    user,
    clientId: client.clientId,
    use,
    scopes: asked.length > 0 ? asked : client.scopes,
    expiresInSeconds,
    now: Date.now(),
    ...(issuer === undefined ? {} : { issuer }),
  }
  const minted = await provider.mintToken(pool, request).catch((error: unknown) => {
    const what = `The keys of the user pool ${pool.id} cannot be kept in ${dataFolder}: ${reasonOf(error)}.`
    const remedy = 'Set GATEWRIGHT_DATA to a folder that can be written.'
    throw new GatewrightError('project/unwritable', `${what} ${remedy}`, { cause: error })
  })
  io.out(values['json'] ? JSON.stringify(minted) : minted.token)
  return DONE
}

function text(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** `--scope a --scope "b c"` -> a, b, c. Options that may be given several times come as lists. */
function scopesOf(values: Values): readonly string[] {
  const given: unknown = values['scope']
  const texts = Array.isArray(given) ? given.map(String) : []
  return texts.flatMap((scopes) => scopes.split(' ').filter((scope) => scope !== ''))
}

function useOf(values: Values, scopes: readonly string[]): 'id' | 'access' {
  const use = values['use'] ?? (scopes.length > 0 ? 'access' : 'id')
  if (use !== 'id' && use !== 'access') throw new UsageError(`--use is id or access, not ${String(use)}.`)
  if (use === 'id' && scopes.length > 0)
    throw new UsageError('An ID token has no scopes: leave out --scope or --use id.')
  return use
}

function poolOf(pools: readonly LocalPool[], asked: string | undefined): LocalPool {
  const found = asked === undefined ? pools : pools.filter(({ id, name }) => id === asked || name === asked)
  const [pool] = found
  if (pool !== undefined && found.length === 1) return pool
  const known = listed(pools.map(({ id, name }) => (name === id ? id : `${id} ("${name}")`)))
  if (pools.length === 0) throw new UsageError('The design has no user pool, and no authorizer of it names one.')
  if (asked === undefined) throw new UsageError(`Name a user pool with --pool: the design has ${known}.`)
  if (pool !== undefined) throw new UsageError(`Several user pools are named "${asked}": give the id, one of ${known}.`)
  throw new UsageError(`No user pool is named "${asked}": the design has ${known}.`)
}

function userOf(pool: LocalPool, asked: string | undefined): PoolUser {
  const known = pool.users.length === 0 ? 'any name will do' : `it has ${listed(pool.users.map((one) => one.username))}`
  if (asked === undefined) throw new UsageError(`Name a user of the pool ${pool.id} with --user: ${known}.`)
  const user = poolUser(pool, asked)
  if (user === undefined) throw new UsageError(`The pool ${pool.id} has no user "${asked}": ${known}.`)
  return user
}

function clientOf(
  { clients }: LocalPool,
  asked: string | undefined,
): Pick<LocalPool['clients'][number], 'clientId' | 'scopes'> {
  if (asked === undefined) return clients[0] ?? { clientId: NO_CLIENT, scopes: [] }
  const known = clients.find(({ clientId, name }) => clientId === asked || name === asked)
  return known ?? { clientId: asked, scopes: [] }
}

function listed(names: readonly string[]): string {
  return names.join(', ')
}
