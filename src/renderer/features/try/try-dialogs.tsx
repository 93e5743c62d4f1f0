import { Button, Group, Modal } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { activeDraft, requestsOf, useTryStore } from '../../stores/try-store'
import { ConfirmName } from '../../ui/confirm-name'
import { NumberField } from '../../ui/fields'
import { proposedName, renameSaved, saveAs } from './request-actions'
import { MOST_CALLS, MOST_PARALLEL, sendMany } from './send-many'

const close = (): void => useTryStore.getState().openDialog(null)

/** Whatever this screen asks for, one at a time. */
export function TryDialogs() {
  const dialog = useTryStore((state) => state.dialog)
  return (
    <>
      <SaveDialog isOpen={dialog === 'save'} />
      <RenameDialog isOpen={dialog === 'rename'} />
      <Modal
        opened={dialog === 'send-many'}
        onClose={close}
        title="Send many times"
        size="sm"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <SendManyForm />
      </Modal>
    </>
  )
}

interface DialogProps {
  readonly isOpen: boolean
}

function SaveDialog({ isOpen }: DialogProps) {
  const draft = activeDraft()
  if (draft === null) return null
  return (
    <ConfirmName
      isOpen={isOpen}
      title="Save request"
      label="Name"
      action="Save request"
      initial={isOpen ? proposedName(draft) : ''}
      help="It is kept with the project, without tokens and signatures: they are made anew for each call."
      validate={problemOfName}
      onConfirm={(name) => {
        saveAs(name)
        close()
      }}
      onClose={close}
    />
  )
}

function RenameDialog({ isOpen }: DialogProps) {
  const name = activeDraft()?.savedName ?? null
  if (name === null) return null
  return (
    <ConfirmName
      isOpen={isOpen}
      title={`Rename ${name}`}
      label="Name"
      action="Rename request"
      initial={name}
      validate={(next) => (next === name ? undefined : problemOfName(next))}
      onConfirm={(next) => {
        renameSaved(name, next)
        close()
      }}
      onClose={close}
    />
  )
}

function problemOfName(name: string): string | undefined {
  if (name.length > 200) return 'At most 200 characters'
  const isTaken = requestsOf(useDesignStore.getState().design).some((request) => request.name === name)
  return isTaken ? `There is a request ${name} already` : undefined
}

function SendManyForm() {
  const [count, setCount] = useState(30)
  const [parallel, setParallel] = useState(5)
  function submit(event: FormEvent): void {
    event.preventDefault()
    close()
    void sendMany(count, Math.min(parallel, count))
  }
  return (
    <form onSubmit={submit} className="gw-try-many-form">
      <div className="gw-field-row">
        <NumberField
          label="Calls"
          pointer="/many/count"
          value={count}
          min={1}
          max={MOST_CALLS}
          integer
          onChange={(value) => setCount(value ?? 1)}
        />
        <NumberField
          label="At once"
          pointer="/many/parallel"
          value={parallel}
          min={1}
          max={MOST_PARALLEL}
          integer
          onChange={(value) => setParallel(value ?? 1)}
        />
      </div>
      <p className="gw-try-hint">Each is a real call: keys, quotas and buckets count it.</p>
      <Group justify="flex-end" gap="sm">
        <Button onClick={close}>Cancel</Button>
        <Button type="submit" variant="filled" data-testid="send-many">
          Send
        </Button>
      </Group>
    </form>
  )
}
