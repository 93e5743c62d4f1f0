import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { ReferenceEntry, ReferenceGroup } from '@shared/templates/reference-entry'
import { VTL_REFERENCE } from '@shared/templates/vtl-reference'
import { activeTemplate, useTemplateStore } from '../../stores/template-store'
import { toast } from '../../ui/toast'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'

/** What a template can name, by variable and type. Enter inserts at the caret. */
export function ReferenceList({ filter }: { readonly filter: string }) {
  const groups = useMemo(() => filtered(filter), [filter])
  if (groups.length === 0) return null
  return (
    <section className="gw-tpl-side-part" aria-labelledby="template-reference">
      <h3 id="template-reference">Reference</h3>
      {groups.map((group) => (
        <ReferenceGroupView key={group.id} group={group} isForcedOpen={filter !== ''} />
      ))}
    </section>
  )
}

function filtered(filter: string): ReferenceGroup[] {
  if (filter === '') return [...VTL_REFERENCE]
  return VTL_REFERENCE.flatMap((group) => {
    const entries = group.entries.filter((entry) => entry.signature.toLowerCase().includes(filter))
    return entries.length === 0 ? [] : [{ ...group, entries }]
  })
}

function ReferenceGroupView({
  group,
  isForcedOpen,
}: {
  readonly group: ReferenceGroup
  readonly isForcedOpen: boolean
}) {
  const [isOpen, setOpen] = useState(false)
  const isShown = isOpen || isForcedOpen
  const items = useMemo(() => group.entries.map(referenceItem), [group])
  const Chevron = isShown ? IconChevronDown : IconChevronRight
  return (
    <>
      <button
        type="button"
        className="gw-tpl-side-group"
        data-testid="template-reference-group"
        data-group={group.id}
        aria-expanded={isShown}
        title={group.doc}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron size={14} stroke={1.6} aria-hidden />
        <span className={group.title.startsWith('$') ? 'gw-mono' : undefined}>{group.title}</span>
        <span className="gw-tpl-side-count">{group.entries.length}</span>
      </button>
      {isShown && <TreeList items={items} label={group.title} onSelect={(id) => insert(group, id)} />}
    </>
  )
}

function referenceItem(entry: ReferenceEntry): TreeItem {
  const { signature, returns, doc, missing, caution } = entry
  const help = [returns, doc, missing, caution].filter(Boolean).join('\n')
  return {
    id: entry.name,
    name: `${signature}. ${doc}`,
    content: (
      <span className="gw-mono gw-tpl-side-reference" title={`${signature}\n${help}`}>
        {signature}
      </span>
    ),
    testId: 'template-reference-item',
    attributes: { 'data-name': entry.name },
  }
}

function insert(group: ReferenceGroup, name: string): void {
  const entry = group.entries.find((each) => each.name === name)
  if (entry === undefined) return
  if (activeTemplate() === null) toast({ message: 'Open a template first', code: 'command-refused' })
  else useTemplateStore.getState().ask({ kind: 'insert', text: entry.insert, isSnippet: true })
}
