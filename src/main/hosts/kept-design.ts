import type { DocumentTask } from '../service/document-tasks'
import type { Design } from '@shared/design/design'

/** A task as it goes to a thread that may have its design already. */
export interface SentTask {
  readonly task: DocumentTask
  /** The design of the task before it stands for its own, which was left out: copying a large one takes long. */
  readonly isSameDesign: boolean
}

/** The thread's own side gives each task to one `KeptDesign`, the other side to another; both then know the same design. */
export class KeptDesign {
  private design: Design | null = null

  pack(task: DocumentTask): SentTask {
    if (!hasDesign(task)) return { task, isSameDesign: false }
    const isSameDesign = task.args.design === this.design
    this.design = task.args.design
    return { task: isSameDesign ? withDesign(task, null) : task, isSameDesign }
  }

  unpack({ task, isSameDesign }: SentTask): DocumentTask {
    if (!hasDesign(task)) return task
    if (isSameDesign) return withDesign(task, this.design)
    this.design = task.args.design
    return task
  }
}

type DesignTask = Exclude<DocumentTask, { kind: 'read' }>

function hasDesign(task: DocumentTask): task is DesignTask {
  return task.kind !== 'read'
}

function withDesign(task: DesignTask, design: Design | null): DocumentTask {
  return { ...task, args: { ...task.args, design } } as DocumentTask
}
