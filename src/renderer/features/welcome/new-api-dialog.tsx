import { Button, Group, Modal, Radio, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ProtocolType } from '@shared/design/api'
import { useDesignStore } from '../../stores/design-store'
import { addApiToProject, createApi } from '../../stores/project-actions'
import { useShellStore } from '../../stores/shell-store'
import './new-api-dialog.css'

/** Asks for the name and the type of a new API, and where it goes. */
export function NewApiDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'new-api')
  const close = useShellStore((state) => state.close)
  return (
    <Modal opened={isOpen} onClose={close} title="New API" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NewApiForm onClose={close} />
    </Modal>
  )
}

const TYPES: readonly { readonly value: ProtocolType; readonly label: string; readonly help: string }[] = [
  { value: 'REST', label: 'REST API', help: 'Keys and plans, cache, validation, mapping templates, WAF.' },
  { value: 'HTTP', label: 'HTTP API', help: 'Lambda functions and web addresses behind JWT, for less money.' },
  { value: 'WEBSOCKET', label: 'WebSocket API', help: 'Connections that stay open, messages in both directions.' },
]

function NewApiForm({ onClose }: { onClose(): void }) {
  const projectName = useDesignStore((state) => state.design?.name ?? null)
  const [name, setName] = useState('my-api')
  const [type, setType] = useState<ProtocolType>('REST')
  const [isOwnProject, setOwnProject] = useState(projectName === null)
  const [isTried, setTried] = useState(false)
  const problem = problemOfName(name.trim())

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (problem !== undefined) return
    if (isOwnProject) void createApi(name.trim(), type)
    else {
      addApiToProject(name.trim(), type)
      onClose()
    }
  }

  return (
    <form onSubmit={submit} className="gw-new-api gw-field">
      <TextInput
        data-autofocus
        label="Name"
        value={name}
        error={isTried || name !== '' ? problem : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group label="Type" value={type} onChange={(value) => setType(typeOf(value))}>
        <div className="gw-new-api-types">
          {TYPES.map(({ value, label, help }) => (
            <Radio key={value} value={value} label={label} description={help} />
          ))}
        </div>
      </Radio.Group>
      <button type="button" className="gw-link" onClick={() => useShellStore.getState().open('chooser')}>
        Which type fits?
      </button>
      {projectName !== null && (
        <Radio.Group
          label="Where"
          value={isOwnProject ? 'own' : 'this'}
          onChange={(value) => setOwnProject(value === 'own')}
        >
          <div className="gw-new-api-types">
            <Radio value="this" label={`In the project ${projectName}`} />
            <Radio value="own" label="In a project of its own" />
          </div>
        </Radio.Group>
      )}
      <Group justify="flex-end" gap="sm" mt="md">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled">
          Create API
        </Button>
      </Group>
    </form>
  )
}

function typeOf(value: string): ProtocolType {
  return TYPES.find((each) => each.value === value)?.value ?? 'REST'
}

/** The name is that of the API, and of the project and its file where it gets one. */
function problemOfName(name: string): string | undefined {
  if (name === '') return 'A name is needed'
  return name.length > 128 || /[\\/:*?"<>|]/.test(name)
    ? 'At most 128 characters, without \\ / : * ? " < > |'
    : undefined
}
