import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconCopy,
  IconDots,
  IconPencil,
  IconPlayerPlay,
  IconSquareCheck,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react'
import { memo, useState, type MouseEvent } from 'react'
import type { TemplateCaseResult, TemplateOutcome } from '@shared/contract/template'
import type { TemplateCase } from '@shared/design/mapping-template'
import { useTemplateStore } from '../../stores/template-store'
import { ConfirmName } from '../../ui/confirm-name'
import { acceptOutput, deleteCase, duplicateCase, renameCase, takeEvent } from './case-actions'
import { runCasesOf } from './case-runs'
import { describeCaseResult } from './describe-case-difference'
import { loadCase } from './event-draft'
import { useIsEdited } from './use-is-edited'
import { shortMs } from './short-ms'
import { useTemplatePart } from './use-template'

export interface CaseRowProps {
  readonly templateName: string
  readonly templateCase: TemplateCase
  readonly index: number
  /** Its event is the one being tried. */
  readonly isShown: boolean
  readonly isTabStop: boolean
}

/** One case: whether it passes, what differs first, and how long it took. */
export function CaseRow({ templateName, templateCase, index, isShown, isTabStop }: CaseRowProps) {
  const { name, expected } = templateCase
  const result = useResult(templateName, name)
  const words = result === undefined ? 'not run yet' : describeCaseResult(expected, result)
  const isEdited = useIsEdited(templateCase) && isShown
  return (
    <div
      role="row"
      className="gw-tpl-case"
      data-testid="template-case"
      data-result={result?.result}
      data-name={name}
      data-index={index}
      aria-label={`${name}, ${result === undefined ? 'not run yet' : result.result === 'pass' ? 'passes' : 'fails'}`}
      aria-selected={isShown}
      tabIndex={isTabStop ? 0 : -1}
      onClick={(event) => isOnRow(event) && loadCase(templateName, name)}
    >
      <span role="gridcell" className="gw-tpl-case-name">
        <ResultIcon result={result} />
        <span>{name}</span>
        {isEdited && <em>edited</em>}
      </span>
      <span role="gridcell" className="gw-tpl-case-words" title={words}>
        {words}
      </span>
      <span role="gridcell" className="gw-tpl-case-time">
        {result === undefined ? '' : shortMs(result.durationMs)}
      </span>
      <span role="gridcell" className="gw-tpl-case-actions">
        <RowActions
          templateName={templateName}
          templateCase={templateCase}
          failed={result?.result === 'fail' ? result.outcome : null}
          isEdited={isEdited}
        />
      </span>
    </div>
  )
}

function isOnRow({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('button, [role="menu"], [role="dialog"]') === null
}

function useResult(templateName: string, caseName: string): TemplateCaseResult | undefined {
  return useTemplateStore((state) => {
    const results = Object.hasOwn(state.results, templateName) ? state.results[templateName] : undefined
    return results !== undefined && Object.hasOwn(results, caseName) ? results[caseName] : undefined
  })
}

function ResultIcon({ result }: { readonly result: TemplateCaseResult | undefined }) {
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true }
  if (result === undefined) return <IconCircleDashed {...icon} />
  return result.result === 'pass' ? <IconCircleCheck {...icon} /> : <IconCircleX {...icon} />
}

interface RowActionsProps {
  readonly templateName: string
  readonly templateCase: TemplateCase
  /** What came of it, when that is not what is expected. */
  readonly failed: TemplateOutcome | null
  readonly isEdited: boolean
}

const RowActions = memo(function RowActions({ templateName, templateCase, failed, isEdited }: RowActionsProps) {
  const [isNaming, setNaming] = useState(false)
  const { name } = templateCase
  const icon = { size: 14, stroke: 1.6 }
  return (
    <>
      {failed !== null && (
        <Tooltip label="Expect this output from now on">
          <ActionIcon
            size={24}
            aria-label={`Accept the output of ${name}`}
            onClick={() => acceptOutput(templateName, templateCase, failed)}
          >
            <IconSquareCheck {...icon} />
          </ActionIcon>
        </Tooltip>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={24} aria-label={`Actions of ${name}`}>
            <IconDots {...icon} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown className="gw-menu">
          <Menu.Item leftSection={<IconPlayerPlay {...icon} />} onClick={() => runCasesOf(templateName)}>
            Run these cases
          </Menu.Item>
          {isEdited && (
            <Menu.Item leftSection={<IconUpload {...icon} />} onClick={() => takeEvent(templateName, templateCase)}>
              Take the edited event
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setNaming(true)}>
            Rename case
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => duplicateCase(templateName, templateCase)}>
            Duplicate case
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash {...icon} />} onClick={() => deleteCase(templateName, name)}>
            Delete case
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RenameDialog isOpen={isNaming} templateName={templateName} name={name} onClose={() => setNaming(false)} />
    </>
  )
})

interface RenameDialogProps {
  readonly isOpen: boolean
  readonly templateName: string
  readonly name: string
  onClose(): void
}

function RenameDialog({ isOpen, templateName, name, onClose }: RenameDialogProps) {
  const cases = useTemplatePart((template) => template.cases, undefined)
  return (
    <ConfirmName
      isOpen={isOpen}
      title={`Rename ${name}`}
      label="Name"
      action="Rename case"
      initial={name}
      validate={(next) =>
        next !== name && cases?.some((each) => each.name === next) ? `There is a case ${next} already` : undefined
      }
      onConfirm={(next) => {
        renameCase(templateName, name, next)
        onClose()
      }}
      onClose={onClose}
    />
  )
}
