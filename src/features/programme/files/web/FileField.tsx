import { CameraOutlined, DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type DragEvent, useId, useRef, useState } from 'react'
import { asApiError } from '../../../../ui/api-error.ts'
import { acceptOf, type FileKind, isOfKind, namesOf, sizeText } from '../../../../ui/file-kinds.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { maxFileBytes } from '../contract.ts'
import { words } from '../words.ts'
import { FileLink } from './Files.tsx'
import { type UploadedFile, uploadFile } from './upload.ts'

/** What a field needs to know of a file it shows; every `UploadedFile` fits. */
export type FieldFile = Pick<UploadedFile, 'fileId' | 'name'> & Partial<UploadedFile>

type FileFieldProps<File extends FieldFile> = {
  label: string
  /** The field's name for jumps: `contract.file`. */
  name?: string
  value: readonly File[]
  onChange: (files: (File | UploadedFile)[]) => void
  /** How many files at most; 1 if left out. */
  max?: number
  kinds?: readonly FileKind[]
  /** Bytes; what the server takes at most if left out. */
  maxBytes?: number
  /** Offers the camera on a phone. */
  camera?: boolean
  required?: boolean
  disabled?: boolean
  error?: string
  hint?: string
}

type Running = { readonly id: number; readonly name: string; readonly percent: number }

/** Takes files by choosing, dropping or the camera, sends them at once and shows how far they are. */
export function FileField<File extends FieldFile>(props: FileFieldProps<File>) {
  const { label, name, value, onChange, max = 1, kinds = [], maxBytes = maxFileBytes, camera, disabled } = props
  const t = useWords(words)
  const say = useText()
  const id = useId()
  const phone = useIsPhone()
  const picker = useRef<HTMLInputElement>(null)
  const lens = useRef<HTMLInputElement>(null)
  const counter = useRef(0)
  const latest = useRef<readonly (File | UploadedFile)[]>(value)
  latest.current = value
  const [running, setRunning] = useState<readonly Running[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  const [mended, setMended] = useState<readonly string[]>([])
  const [over, setOver] = useState(false)

  async function take(list: FileList | null) {
    const free = max - (max === 1 ? 0 : latest.current.length)
    const files = [...(list ?? [])]
    setProblems([])
    setMended([])
    if (files.length > free) return report(t.tooMany(files.length, free))
    await Promise.all(files.map(takeOne))
  }

  async function takeOne(file: globalThis.File) {
    if (!isOfKind(file.name, kinds)) return report(t.fileWrongKind(file.name, namesOf(kinds, say)))
    if (file.size > maxBytes) return report(t.fileTooLarge(file.name, sizeText(maxBytes)))
    const mine = ++counter.current
    setRunning((all) => [...all, { id: mine, name: file.name, percent: 0 }])
    try {
      const uploaded = await uploadFile(file, {
        onProgress: (percent) => setRunning((all) => all.map((one) => (one.id === mine ? { ...one, percent } : one))),
      })
      const next = max === 1 ? [uploaded] : [...latest.current, uploaded]
      latest.current = next
      onChange(next as (File | UploadedFile)[])
      const { renamedFrom } = uploaded
      if (renamedFrom !== null) setMended((all) => [...all, t.fileRenamed(renamedFrom, uploaded.name)])
    } catch (thrown) {
      report(`${file.name}: ${say(asApiError(thrown).text)}`)
    } finally {
      setRunning((all) => all.filter((one) => one.id !== mine))
    }
  }

  function report(problem: string) {
    setProblems((all) => [...all, problem])
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (!disabled) void take(event.dataTransfer.files)
  }

  const full = max > 1 && value.length >= max
  const faults = [...(props.error ? [props.error] : []), ...problems]
  return (
    <fieldset className="field file-field" data-field={name}>
      <legend className="field-label">
        {label}
        {props.required ? <span className="required"> *</span> : null}
      </legend>
      {disabled || full ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard
        <div
          className={over ? 'drop-zone is-over' : 'drop-zone'}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Button
            icon={<UploadOutlined aria-hidden />}
            onClick={() => picker.current?.click()}
            aria-describedby={`${id}-limits`}
          >
            {t.chooseFile}
          </Button>
          {camera && phone ? (
            <Button icon={<CameraOutlined aria-hidden />} onClick={() => lens.current?.click()}>
              {t.takePhoto}
            </Button>
          ) : null}
          <span className="drop-hint" id={`${id}-limits`}>
            {phone ? '' : `${t.dropHere}  `}
            {props.hint ?? t.fileLimits(namesOf(kinds, say), sizeText(maxBytes))}
            {max > 1 ? `  ${t.atMost(max)}` : ''}
          </span>
          <input
            ref={picker}
            type="file"
            hidden
            aria-label={label}
            accept={acceptOf(kinds)}
            multiple={max > 1}
            onChange={(event) => {
              void take(event.target.files).then(() => {
                if (picker.current) picker.current.value = ''
              })
            }}
          />
          {camera ? (
            <input
              ref={lens}
              type="file"
              hidden
              accept="image/*"
              capture="environment"
              aria-label={t.takePhoto}
              onChange={(event) => void take(event.target.files)}
            />
          ) : null}
        </div>
      )}
      {running.map((one) => (
        <div key={one.id} className="file-running" role="status">
          <span>{t.uploading(one.name)}</span>
          <Progress percent={one.percent} size="small" />
        </div>
      ))}
      {value.length > 0 ? (
        <ul className="file-list">
          {value.map((file) => (
            <li key={file.fileId}>
              <FileLink file={file} />
              {disabled ? null : (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t.removeFile(file.name)}
                  onClick={() => onChange(value.filter((other) => other.fileId !== file.fileId))}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {mended.map((told) => (
        <div key={told} role="status" className="drop-hint">
          {told}
        </div>
      ))}
      {faults.map((fault) => (
        <div key={fault} role="alert" className="field-error">
          {fault}
        </div>
      ))}
    </fieldset>
  )
}
