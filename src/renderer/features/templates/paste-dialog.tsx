import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useMemo, useState, type FormEvent } from 'react'
import { changeEvent, currentDraft } from './event-draft'
import { parsePastedEvent } from './parse-pasted-event'
import type { PastedEvent, PastedKind } from './pasted-event'
import { useTemplatePart } from './use-template'

const KIND_WORDS: { readonly [kind in PastedKind]: string } = {
  'proxy-event': 'A Lambda proxy event: body, parameters, context and stage variables are taken over.',
  log: 'An execution log: what it tells of the request is taken over.',
  json: 'JSON: it becomes the body.',
  form: 'A form body: it becomes the body.',
  text: 'Text: it becomes the body.',
}

export interface PasteDialogProps {
  readonly isOpen: boolean
  onClose(): void
}

/** Takes over an event from the clipboard, and says what it was understood as. */
export function PasteDialog({ isOpen, onClose }: PasteDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Paste an event or a log line"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <PasteForm onClose={onClose} />
    </Modal>
  )
}

function PasteForm({ onClose }: Pick<PasteDialogProps, 'onClose'>) {
  const [text, setText] = useState('')
  const isResponse = useTemplatePart((template) => template.slot?.statusCode !== undefined, false)
  const pasted = useMemo(() => parsePastedEvent(text, { isResponse }), [text, isResponse])

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (pasted === null) return
    takeOver(pasted)
    onClose()
  }

  return (
    <form onSubmit={submit} className="gw-field gw-field-mono">
      <Textarea
        data-autofocus
        data-testid="paste-text"
        label="Event, log line or body"
        placeholder="A Lambda proxy event, lines of an execution log, JSON or a form body"
        value={text}
        autosize
        minRows={8}
        maxRows={16}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <p className="gw-tpl-note" role="status" data-testid="paste-kind" data-kind={pasted?.kind}>
        {pasted === null ? 'Nothing was pasted yet.' : [KIND_WORDS[pasted.kind], pasted.note].filter(Boolean).join(' ')}
      </p>
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" aria-disabled={pasted === null || undefined}>
          Use this event
        </Button>
      </Group>
    </form>
  )
}

/** What the text tells replaces what is there, member by member; an event of a whole request replaces everything. */
function takeOver({ kind, event }: PastedEvent): void {
  const draft = currentDraft()
  if (draft === null) return
  if (kind === 'proxy-event') {
    changeEvent({ params: {}, stageVariables: {}, ...event })
    return
  }
  changeEvent({
    ...event,
    ...(event.params && { params: { ...draft.event.params, ...event.params } }),
    ...(event.context && { context: { ...draft.event.context, ...event.context } }),
  })
}
