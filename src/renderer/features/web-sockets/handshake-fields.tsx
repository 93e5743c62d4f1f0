import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useDesignStore } from '../../stores/design-store'
import { useWebSocketView, type HandshakeForm } from '../../stores/web-socket-view'
import { useDraft } from '../../ui/use-draft'
import { headerLines, headersOf } from './header-lines'
import { TokenFields } from './token-fields'
import type { OnScreen } from './use-web-socket'

/** What a handshake carries besides its address. */
export function HandshakeFields({ screen, form }: { readonly screen: OnScreen; readonly form: HandshakeForm }) {
  const apiId = screen.api.id
  const changeForm = useWebSocketView((state) => state.changeForm)
  const keys = useDesignStore((state) => state.design?.apiKeys) ?? []
  const users = useDesignStore((state) => state.design?.identity?.iamUsers) ?? []
  return (
    <div className="gw-ws-fields" role="group" aria-label="Handshake options">
      <NativeSelect
        label="API key"
        data-testid="ws-api-key"
        value={form.apiKeyId ?? ''}
        data={[{ value: '', label: 'none' }, ...keys.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={({ currentTarget: { value } }) => changeForm(apiId, { apiKeyId: value === '' ? null : value })}
      />
      <NativeSelect
        label="IAM user"
        data-testid="ws-iam-user"
        value={form.iamUser ?? ''}
        data={[{ value: '', label: 'not signed' }, ...users.map(({ name }) => ({ value: name, label: name }))]}
        onChange={({ currentTarget: { value } }) => changeForm(apiId, { iamUser: value === '' ? null : value })}
      />
      <TokenFields screen={screen} form={form} />
      <TextInput
        className="gw-field-mono"
        label="Subprotocols"
        placeholder="chat.v2, chat.v1"
        data-testid="ws-subprotocols"
        value={form.subprotocols}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => changeForm(apiId, { subprotocols: event.currentTarget.value })}
      />
      <HeaderField form={form} onChange={(headers) => changeForm(apiId, { headers })} />
    </div>
  )
}

interface HeaderFieldProps {
  readonly form: HandshakeForm
  onChange(headers: HandshakeForm['headers']): void
}

function HeaderField({ form: { headers }, onChange }: HeaderFieldProps) {
  const draft = useDraft(headers, headerLines(headers))
  return (
    <Textarea
      className="gw-field-mono gw-ws-headers"
      label="Headers, one a line"
      placeholder="Authorization: Bearer abc"
      data-testid="ws-headers"
      rows={2}
      value={draft.text}
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget: { value } }) => {
        const next = headersOf(value)
        draft.type(value, next)
        onChange(next)
      }}
    />
  )
}
