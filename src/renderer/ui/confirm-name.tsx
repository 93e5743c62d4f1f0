import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'

export interface ConfirmNameProps {
  readonly isOpen: boolean
  readonly title: string
  readonly label: string
  /** What the button does, verb plus object: "Add authorizer". */
  readonly action: string
  readonly initial?: string
  readonly help?: ReactNode
  /** The rule the name must keep: what is wrong with it, or undefined. */
  validate?(name: string): string | undefined
  onConfirm(name: string): void
  onClose(): void
}

/** A dialog that asks for one name. */
export function ConfirmName(props: ConfirmNameProps) {
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      size="sm"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <NameForm {...props} />
    </Modal>
  )
}

function NameForm({ label, action, initial = '', help, validate, onConfirm, onClose }: ConfirmNameProps) {
  const [name, setName] = useState(initial)
  const [isTried, setTried] = useState(false)
  const trimmed = name.trim()
  const problem = trimmed === '' ? 'A name is needed' : validate?.(trimmed)

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTried(true)
    if (problem === undefined) onConfirm(trimmed)
  }

  return (
    <form onSubmit={submit} className="gw-field">
      <TextInput
        data-autofocus
        label={label}
        value={name}
        description={help}
        error={isTried || trimmed !== '' ? problem : undefined}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled">
          {action}
        </Button>
      </Group>
    </form>
  )
}
