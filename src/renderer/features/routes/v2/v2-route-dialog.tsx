import { VERBS } from '@shared/design/method'
import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { splitRouteKey } from '@shared/design/route-key'
import type { V2Api } from '@shared/design/v2-api'
import { moveRoute } from '../../../stores/route-actions'
import { useShellStore } from '../../../stores/shell-store'
import { createV2Route } from '../../../stores/v2-route-actions'
import { useRouteDialog } from '../route-dialog-store'
import { newV2Route } from './new-v2-route'
import { problemOfV2Route } from './v2-route-rule'

/** The dialogs that ask for a routeKey: New route, and Change route. */
export function V2RouteDialogs({ api }: { readonly api: V2Api }) {
  const isNew = useShellStore((state) => state.overlay === 'new-route')
  const renaming = useRouteDialog((state) => state.renaming)
  const close = (): void => {
    if (isNew) useShellStore.getState().close()
    useRouteDialog.getState().close()
  }
  const title = renaming === null ? 'New route' : `Change ${renaming}`
  const Form = api.protocolType === 'HTTP' ? HttpForm : WebSocketForm
  return (
    <Modal
      opened={isNew || renaming !== null}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Form api={api} renaming={renaming} onClose={close} />
    </Modal>
  )
}

interface FormProps {
  readonly api: V2Api
  readonly renaming: string | null
  onClose(): void
}

const ANY_REQUEST = '$default'

function HttpForm({ api, renaming, onClose }: FormProps) {
  const from = renaming === null || renaming === ANY_REQUEST ? { verb: 'GET', path: '/' } : splitRouteKey(renaming)
  const [verb, setVerb] = useState(renaming === ANY_REQUEST ? ANY_REQUEST : from.verb)
  const [path, setPath] = useState(from.path)
  const isDefault = verb === ANY_REQUEST
  return (
    <KeyForm
      api={api}
      renaming={renaming}
      routeKey={isDefault ? ANY_REQUEST : `${verb} ${path.trim()}`}
      onClose={onClose}
    >
      {(problem) => (
        <div className="gw-route-form-row">
          <NativeSelect
            label="Verb"
            value={verb}
            data={[...VERBS.map((each) => ({ value: each, label: each })), { value: ANY_REQUEST, label: '$default' }]}
            onChange={(event) => setVerb(event.currentTarget.value)}
          />
          <TextInput
            data-autofocus
            className="gw-field gw-field-mono"
            label="Path"
            value={isDefault ? '' : path}
            readOnly={isDefault}
            error={problem}
            description={
              isDefault ? 'Whatever no other route takes' : 'As in /items/{id}, or /files/{proxy+} for everything below'
            }
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setPath(event.currentTarget.value)}
          />
        </div>
      )}
    </KeyForm>
  )
}

const SPECIAL_KEYS = ['$connect', '$disconnect', '$default'] as const

function WebSocketForm({ api, renaming, onClose }: FormProps) {
  const [key, setKey] = useState(renaming ?? SPECIAL_KEYS.find((each) => !Object.hasOwn(api.routes, each)) ?? '')
  return (
    <KeyForm api={api} renaming={renaming} routeKey={key.trim()} onClose={onClose}>
      {(problem) => (
        <TextInput
          data-autofocus
          className="gw-field gw-field-mono"
          label="Route key"
          value={key}
          error={problem}
          description={`What ${api.protocolType === 'WEBSOCKET' ? api.routeSelectionExpression : ''} gives, as in sendMessage; or $connect, $disconnect, $default`}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
      )}
    </KeyForm>
  )
}

interface KeyFormProps extends FormProps {
  readonly routeKey: string
  /** The fields, told what is wrong with what they say. */
  children(problem: string | undefined): ReactNode
}

function KeyForm({ api, renaming, routeKey, onClose, children }: KeyFormProps) {
  const [first] = useState(routeKey)
  const [isTried, setTried] = useState(false)
  const problem = routeKey === renaming ? undefined : problemOfV2Route(api, routeKey, renaming)
  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (problem !== undefined) return
    if (renaming === null) createV2Route(api.id, newV2Route(api, routeKey))
    else moveRoute(api.id, renaming, routeKey)
    onClose()
  }
  return (
    <form onSubmit={submit} className="gw-route-form gw-field">
      {children(isTried || routeKey !== first ? problem : undefined)}
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled">
          {renaming === null ? 'Add route' : 'Change route'}
        </Button>
      </Group>
    </form>
  )
}
