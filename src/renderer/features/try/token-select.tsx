import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import type { RestApi } from '@shared/design/rest-api'
import type { RestRoute } from '@shared/design/route-key'
import type { SavedToken } from '@shared/design/saved-request'
import { useDesignStore } from '../../stores/design-store'
import { keyOfToken, STATE_WORDS, tokenChoices, tokenDefaults } from './token-choices'
import { changeRequest } from './use-request'

export interface TokenSelectProps {
  readonly api: RestApi
  readonly route: RestRoute | null
  readonly token: SavedToken | null
  /** With a label above it, in a form. */
  readonly isLabelled?: boolean
}

/** Whose token is sent, and whether it is one that a gateway must refuse. Tokens are made when the request is sent. */
export function TokenSelect({ api, route, token, isLabelled }: TokenSelectProps) {
  const identity = useDesignStore((state) => state.design?.identity)
  const choices = useMemo(() => tokenChoices(identity), [identity])
  const prefix = isLabelled ? '' : 'Token: '
  const isKnown = token === null || choices.some((choice) => keyOfToken(choice.token) === keyOfToken(token))
  const pools = [...new Set(choices.map(({ pool }) => pool))]
  const data = [
    { value: '', label: isLabelled ? 'No token' : 'Token: none' },
    ...(token === null || isKnown
      ? []
      : [{ value: keyOfToken(token), label: `${prefix}${token.username}, ${STATE_WORDS[token.state]}` }]),
    ...pools.map((pool) => ({
      group: pool,
      items: choices
        .filter((choice) => choice.pool === pool)
        .map((choice) => ({ value: keyOfToken(choice.token), label: `${prefix}${choice.label}` })),
    })),
  ]

  function choose(key: string): void {
    const chosen = choices.find((choice) => keyOfToken(choice.token) === key)
    if (chosen === undefined) {
      if (key === '') changeRequest({ token: null })
      return
    }
    const kept = token === null ? tokenDefaults(api, route) : token
    const { use, scopes, header } = kept
    changeRequest({ token: { ...chosen.token, use, scopes, header }, iamUser: null })
  }

  return (
    <NativeSelect
      className={isLabelled ? 'gw-field' : 'gw-try-select'}
      label={isLabelled ? 'Token of' : undefined}
      aria-label={isLabelled ? undefined : 'Token'}
      data-testid={isLabelled ? undefined : 'request-token'}
      value={token === null ? '' : keyOfToken(token)}
      data={data}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
}
