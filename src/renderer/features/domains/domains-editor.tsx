import { useState } from 'react'
import type { Design } from '@shared/design/design'
import type { DomainName } from '@shared/design/domain-name'
import { putDomainName } from '@shared/design/edits/put-domain-name'
import { removeDomainName } from '@shared/design/edits/remove-domain-name'
import { renameDomainName } from '@shared/design/edits/rename-domain-name'
import { useDesignStore } from '../../stores/design-store'
import { editWithUndo } from '../../stores/edit-with-undo'
import { useSelectedThing } from '../../stores/use-selected-thing'
import { ActionButton } from '../../ui/action-button'
import { ConfirmName } from '../../ui/confirm-name'
import { EditorPage, ListAndForm } from '../../ui/editor-page'
import { EmptyState } from '../../ui/empty-state'
import { plural } from '../../ui/format'
import { ThingList } from '../../ui/thing-list'
import { DomainForm } from './domain-form'
import { problemOfDomainName } from '@shared/design/v2-rules/domain-rule'

/** The custom domains of a project: a list, and the settings and mappings of one. */
export function DomainsEditor() {
  const design = useDesignStore((state) => state.design)
  return design === null ? null : <Editor design={design} />
}

function Editor({ design }: { readonly design: Design }) {
  const names = design.domainNames.map(({ domainName }) => domainName)
  const indexes = names.map((_, index) => String(index))
  const [selected, select] = useSelectedThing(names, 'domainNames', indexes)
  const [naming, setNaming] = useState<'add' | 'rename' | null>(null)
  const index = names.indexOf(selected ?? '')
  const domain = design.domainNames[index]

  function confirm(name: string): void {
    const { edit } = useDesignStore.getState()
    if (naming === 'rename' && selected !== null) {
      edit(`Rename domain ${selected}`, (each) => renameDomainName(each, selected, name))
    } else edit(`Add domain ${name}`, (each) => putDomainName(each, newDomain(name)))
    setNaming(null)
    select(name)
  }

  return (
    <EditorPage
      title="Custom domains"
      actions={<ActionButton onClick={() => setNaming('add')}>Add domain</ActionButton>}
    >
      {domain === undefined ? (
        <EmptyState title="No custom domains">
          With one, callers keep their address when an API or a stage behind it is replaced.
        </EmptyState>
      ) : (
        <ListAndForm
          list={
            <ThingList
              label="Custom domains"
              things={design.domainNames.map(({ domainName, basePathMappings }) => ({
                id: domainName,
                name: domainName,
                note: plural(basePathMappings.length, 'mapping'),
              }))}
              selectedId={selected}
              onSelect={select}
              onRemove={remove}
            />
          }
          form={
            <DomainForm
              key={domain.domainName}
              design={design}
              domain={domain}
              index={index}
              onRename={() => setNaming('rename')}
              onRemove={() => remove(domain.domainName)}
            />
          }
        />
      )}
      <ConfirmName
        isOpen={naming !== null}
        title={naming === 'rename' ? `Rename ${selected}` : 'Add domain'}
        label="Domain name"
        action={naming === 'rename' ? 'Rename domain' : 'Add domain'}
        initial={naming === 'rename' ? (selected ?? '') : ''}
        validate={(name) => problemOfDomainName(names, name)}
        onConfirm={confirm}
        onClose={() => setNaming(null)}
      />
    </EditorPage>
  )
}

function newDomain(domainName: string): DomainName {
  return { domainName, endpointConfiguration: { types: ['REGIONAL'] }, securityPolicy: 'TLS_1_2', basePathMappings: [] }
}

function remove(domainName: string): void {
  editWithUndo({
    name: `Delete domain ${domainName}`,
    change: (design) => removeDomainName(design, domainName),
    message: `Domain ${domainName} is deleted`,
    code: 'domain-deleted',
  })
}
