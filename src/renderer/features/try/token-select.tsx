import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import type { CallableApi } from '@shared/design/callable-api'
import type { SavedToken } from '@shared/design/saved-request'
import { useDesignStore } from '../../stores/design-store'
import { keyOfToken, lacksScope, STATE_WORDS, tokenChoices, tokenOfChoice } from './token-choices'
import type { TryRoute } from './try-route'
import { changeRequest } from './use-request'

export interface TokenSelectProps {
  readonly api: CallableApi
  readonly route: TryRoute | null
  readonly token: SavedToken | null
  /** With a label above it, in a form. */
  readonly isLabelled?: boolean
}

/** Whose token is sent, and whether it is one that a gateway must refuse. Tokens are made when the request is sent. */
export function TokenSelect({ api, route, token, isLabelled }: TokenSelectProps) {
  const design = useDesignStore((state) => state.design)
  const target = useMemo(() => (design === null ? null : { design, api, route }), [design, api, route])
  const choices = useMemo(() => (target === null ? [] : tokenChoices(target)), [target])
  const prefix = isLabelled ? '' : 'Token: '
  const current = token === null ? '' : keyOfToken(token, lacksScope(token, route))
  const keys = choices.map((choice) => keyOfToken(choice.token, choice.lacksScope))
  const isKnown = current === '' || keys.includes(current)
  const pools = [...new Set(choices.map(({ pool }) => pool))]
  const data = [
    { value: '', label: isLabelled ? 'No token' : 'Token: none' },
    ...(token === null || isKnown
      ? []
      : [{ value: current, label: `${prefix}${token.username}, ${STATE_WORDS[token.state]}` }]),
    ...pools.map((pool) => ({
      group: pool,
      items: choices
        .filter((choice) => choice.pool === pool)
        .map((choice) => ({
          value: keyOfToken(choice.token, choice.lacksScope),
          label: `${prefix}${choice.label}`,
        })),
    })),
  ]

  function choose(key: string): void {
    const chosen = choices[keys.indexOf(key)]
    if (chosen !== undefined && target !== null)
      changeRequest({ token: tokenOfChoice(target, chosen, token), iamUser: null })
    else if (key === '') changeRequest({ token: null })
  }

  return (
    <NativeSelect
      className={isLabelled ? 'gw-field' : 'gw-try-select'}
      label={isLabelled ? 'Token of' : undefined}
      aria-label={isLabelled ? undefined : 'Token'}
      data-testid={isLabelled ? undefined : 'request-token'}
      value={current}
      data={data}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  )
}
