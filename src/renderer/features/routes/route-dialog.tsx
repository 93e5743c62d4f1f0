import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { VERBS, type Verb } from '@shared/design/method'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes, routeKeyOf, splitRouteKey } from '@shared/design/route-key'
import { createRoute, moveRoute } from '../../stores/route-actions'
import { useShellStore } from '../../stores/shell-store'
import { useRouteDialog } from './route-dialog-store'
import { problemOfRoute } from './route-rule'

/** The dialogs that ask for a path and a verb: New route, and Change path or verb. */
export function RouteDialogs({ api }: { readonly api: RestApi }) {
  const isNew = useShellStore((state) => state.overlay === 'new-route')
  const renaming = useRouteDialog((state) => state.renaming)
  const close = (): void => {
    if (isNew) useShellStore.getState().close()
    useRouteDialog.getState().close()
  }
  const title = renaming === null ? 'New route' : `Change ${renaming}`
  return (
    <Modal
      opened={isNew || renaming !== null}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <RouteForm api={api} renaming={renaming} onClose={close} />
    </Modal>
  )
}

interface RouteFormProps {
  readonly api: RestApi
  readonly renaming: string | null
  onClose(): void
}

function RouteForm({ api, renaming, onClose }: RouteFormProps) {
  const from = renaming === null ? null : splitRouteKey(renaming)
  const [path, setPath] = useState(from?.path ?? '/')
  const [verb, setVerb] = useState<Verb>(VERBS.find((each) => each === from?.verb) ?? 'GET')
  const [isTried, setTried] = useState(false)
  const isSame = renaming === routeKeyOf(verb, path.trim())
  const problem = isSame ? undefined : problemOfRoute(without(api, renaming), path.trim(), verb)

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (problem !== undefined) return
    if (renaming === null) createRoute(api.id, path.trim(), verb)
    else moveRoute(api.id, renaming, routeKeyOf(verb, path.trim()))
    onClose()
  }

  return (
    <form onSubmit={submit} className="gw-route-form gw-field">
      <div className="gw-route-form-row">
        <NativeSelect
          label="Verb"
          value={verb}
          data={[...VERBS]}
          onChange={(event) => setVerb(VERBS.find((each) => each === event.currentTarget.value) ?? verb)}
        />
        <TextInput
          data-autofocus
          className="gw-field gw-field-mono"
          label="Path"
          value={path}
          error={isTried || path !== '/' ? problem : undefined}
          description="As in /orders/{id}, or /files/{proxy+} for everything below"
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setPath(event.currentTarget.value)}
        />
      </div>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled">
          {renaming === null ? 'Add route' : 'Change route'}
        </Button>
      </Group>
    </form>
  )
}

/** A route that moves is not in its own way. */
function without(api: RestApi, routeKey: string | null): Pick<RestApi, 'resources'> {
  if (routeKey === null) return api
  const kept = restRoutes(api).filter((route) => route.routeKey !== routeKey)
  const paths = new Set(kept.map((route) => route.path))
  return { resources: Object.fromEntries(Object.entries(api.resources).filter(([path]) => paths.has(path))) }
}
