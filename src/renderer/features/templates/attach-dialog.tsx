import { Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState, type FormEvent } from 'react'
import type { Design } from '@shared/design/design'
import { useDesignStore } from '../../stores/design-store'
import { EmptyState } from '../../ui/empty-state'
import { attachTo } from './template-actions'
import { slotPlaces, type SlotPlace } from './slot-places'
import { useTemplatePart } from './use-template'

export interface AttachDialogProps {
  readonly isOpen: boolean
  onClose(): void
}

/** Chooses the place in a route that the template belongs to. */
export function AttachDialog({ isOpen, onClose }: AttachDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title="Attach to a route"
      size="md"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <AttachContent onClose={onClose} />
    </Modal>
  )
}

function AttachContent({ onClose }: Pick<AttachDialogProps, 'onClose'>) {
  const design = useDesignStore((state) => state.design)
  return design === null ? null : <AttachForm design={design} onClose={onClose} />
}

function AttachForm({ design, onClose }: { readonly design: Design; onClose(): void }) {
  const places = useMemo(() => slotPlaces(design), [design])
  const slot = useTemplatePart((template) => template.slot, undefined)
  const [key, setKey] = useState(places.find((place) => isPlaceOf(place, slot))?.key ?? places[0]?.key)
  const [contentType, setContentType] = useState(slot?.contentType ?? 'application/json')
  const place = places.find((each) => each.key === key)
  const problem = /^[^\s/]+\/[^\s/]+$/.test(contentType) ? undefined : 'As in application/json'

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (place === undefined || problem !== undefined) return
    attachTo({ ...place.slot, contentType })
    onClose()
  }

  if (places.length === 0) {
    return (
      <EmptyState title="No route takes a template">
        Only routes with a MOCK, HTTP or AWS integration have mapping templates. Proxy integrations need none.
      </EmptyState>
    )
  }
  return (
    <form onSubmit={submit} className="gw-tpl-attach">
      <NativeSelect
        data-autofocus
        className="gw-field"
        label="Place"
        value={key}
        data={places.map((each) => ({ value: each.key, label: each.label }))}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      <TextInput
        className="gw-field gw-field-mono"
        label="Content type"
        value={contentType}
        error={problem}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setContentType(event.currentTarget.value)}
      />
      <p className="gw-tpl-note">The text is copied to the route when you apply it.</p>
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled">
          Attach
        </Button>
      </Group>
    </form>
  )
}

function isPlaceOf({ slot }: SlotPlace, wanted: SlotPlace['slot'] | undefined): boolean {
  return (
    wanted !== undefined &&
    slot.apiId === wanted.apiId &&
    slot.path === wanted.path &&
    slot.verb === wanted.verb &&
    slot.statusCode === wanted.statusCode &&
    slot.selectionPattern === wanted.selectionPattern
  )
}
