import type { ProtocolType } from './api'

/** Something that an API may need, with what each type does about it: null where it simply has it, else what is lost. */
export interface ApiNeed {
  readonly id: string
  readonly question: string
  readonly losses: { readonly [type in ProtocolType]: string | null }
}

/** What people choose a type by. Source: API Gateway Developer Guide, "Choose between REST APIs and HTTP APIs"; http-api.md 1; websocket-api.md. */
export const API_NEEDS: readonly ApiNeed[] = [
  {
    id: 'push',
    question: 'Does the server send by itself: chat, dashboards, notifications?',
    losses: {
      REST: 'Clients have to ask again and again.',
      HTTP: 'Clients have to ask again and again.',
      WEBSOCKET: null,
    },
  },
  {
    id: 'keys',
    question: 'Do single clients get limits or quotas by API key?',
    losses: { REST: null, HTTP: 'No API keys and no usage plans.', WEBSOCKET: null },
  },
  {
    id: 'mapping',
    question: 'Do bodies have to change on their way, or be validated?',
    losses: {
      REST: null,
      HTTP: 'Headers, query and status can be mapped; bodies are neither changed nor validated.',
      WEBSOCKET: null,
    },
  },
  {
    id: 'cache',
    question: 'Shall answers be kept by the gateway?',
    losses: { REST: null, HTTP: 'No response cache.', WEBSOCKET: 'No response cache.' },
  },
  {
    id: 'protection',
    question: 'Is AWS WAF, a resource policy or a private endpoint needed?',
    losses: {
      REST: null,
      HTTP: 'None of them: put CloudFront with a web ACL in front.',
      WEBSOCKET: 'None of them.',
    },
  },
  {
    id: 'jwt',
    question: 'Do callers bring tokens (JWT) of an issuer other than Cognito?',
    losses: {
      REST: 'A Lambda authorizer has to check them.',
      HTTP: null,
      WEBSOCKET: 'A Lambda authorizer has to check them, once, when a client connects.',
    },
  },
]

export interface ApiTypeFit {
  readonly type: ProtocolType
  /** Of the chosen needs, those that it does not meet by itself. */
  readonly losses: readonly string[]
}

/** How each type does with what is needed. */
export function apiTypeFits(needIds: readonly string[]): ApiTypeFit[] {
  const chosen = API_NEEDS.filter(({ id }) => needIds.includes(id))
  return (['REST', 'HTTP', 'WEBSOCKET'] as const).map((type) => ({
    type,
    losses: chosen.flatMap(({ losses }) => losses[type] ?? []),
  }))
}
