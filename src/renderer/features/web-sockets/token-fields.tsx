import { NativeSelect, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { useWebSocketView, type HandshakeForm } from '../../stores/web-socket-view'
import { socketTokens, tokenKey } from './socket-tokens'
import type { OnScreen } from './use-web-socket'

/** Whose token the handshake carries, and where: a browser can send none in a header. Nothing where no local user can sign in. */
export function TokenFields({
  screen: { api },
  form: { token },
}: {
  readonly screen: OnScreen
  readonly form: HandshakeForm
}) {
  const changeForm = useWebSocketView((state) => state.changeForm)
  const identity = useDesignStore((state) => state.design?.identity)
  const choices = useMemo(() => socketTokens(api, identity), [api, identity])
  if (choices.length === 0) return null
  return (
    <>
      <NativeSelect
        label="Token of"
        data-testid="ws-token"
        value={token === null ? '' : tokenKey(token)}
        data={[
          { value: '', label: 'none' },
          ...choices.map((choice) => ({ value: tokenKey(choice.token), label: choice.label })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          const chosen = choices.find((choice) => tokenKey(choice.token) === value)
          const kept = token === null ? {} : { header: token.header, place: token.place }
          changeForm(api.id, { token: chosen === undefined ? null : { ...chosen.token, ...kept } })
        }}
      />
      {token !== null && (
        <>
          <NativeSelect
            label="Token goes into"
            value={token.place}
            data={[
              { value: 'QUERY', label: 'the query' },
              { value: 'HEADER', label: 'a header' },
            ]}
            onChange={({ currentTarget: { value } }) =>
              changeForm(api.id, {
                token:
                  value === 'HEADER'
                    ? { ...token, place: 'HEADER', header: 'Authorization' }
                    : { ...token, place: 'QUERY', header: 'token' },
              })
            }
          />
          <TextInput
            className="gw-field-mono"
            label={token.place === 'QUERY' ? 'Query parameter' : 'Header'}
            value={token.header}
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget: { value } }) => changeForm(api.id, { token: { ...token, header: value } })}
          />
        </>
      )}
    </>
  )
}
