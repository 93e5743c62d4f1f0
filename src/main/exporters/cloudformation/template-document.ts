/** A CloudFormation template as plain JSON, functions in their long form. */
export interface TemplateDocument {
  readonly AWSTemplateFormatVersion: '2010-09-09'
  readonly Description?: string
  readonly Transform?: string
  readonly Globals?: TemplateObject
  readonly Parameters?: Readonly<Record<string, TemplateObject>>
  readonly Conditions?: Readonly<Record<string, TemplateValue>>
  readonly Resources: Readonly<Record<string, ResourceDocument>>
  readonly Outputs?: Readonly<Record<string, TemplateObject>>
}

export interface ResourceDocument {
  readonly Type: string
  readonly Properties?: TemplateObject
  readonly DependsOn?: readonly string[]
  readonly Condition?: string
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly Metadata?: TemplateObject
}

export type TemplateValue = string | number | boolean | null | readonly TemplateValue[] | TemplateObject
export interface TemplateObject {
  readonly [name: string]: TemplateValue
}
