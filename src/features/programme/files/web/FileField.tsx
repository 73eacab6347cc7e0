import { CameraOutlined, CloseOutlined, DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { asApiError } from '../../../../ui/api-error.ts'
import { acceptOf, type FileKind, isNamedAsKind, isOfKind, namesOf, sizeText } from '../../../../ui/file-kinds.ts'
import { useText, useWords } from '../../../../ui/language.tsx'
import { isLocal } from '../../../../ui/local-file.ts'
import { FieldError } from '../../../../ui/missing.tsx'
import { dropFile } from '../../../../ui/outbox-store.ts'
import { useSession } from '../../../../ui/session.ts'
import { useIsPhone } from '../../../../ui/use-media.ts'
import { maxFileBytes } from '../contract.ts'
import { words } from '../words.ts'
import { FileLink, KeptFile } from './Files.tsx'
import { aFewAtOnce, keepFile, sendKept, type UploadedFile, uploadFile } from './upload.ts'

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
  /** The act waits on this device for files that are not sent yet; elsewhere they hold it. */
  waits?: boolean
  required?: boolean
  disabled?: boolean
  error?: string
  hint?: string
}

/** Said of a file as long as it stands there. */
type FileNote = { readonly fileId: string; readonly text: string }
type Running = { readonly id: number; readonly name: string; readonly percent: number }

/**
 * Takes files by choosing, dropping or the camera, sends them at once and shows how far they are. Without a line they stand on
 * this device until there is one.
 */
export function FileField<File extends FieldFile>(props: FileFieldProps<File>) {
  const { label, name, value, onChange, max = 1, kinds = [], maxBytes = maxFileBytes, camera, waits, disabled } = props
  const t = useWords(words)
  const say = useText()
  const { data: session } = useSession()
  const id = useId()
  const phone = useIsPhone()
  const picker = useRef<HTMLInputElement>(null)
  const lens = useRef<HTMLInputElement>(null)
  const counter = useRef(0)
  const latest = useRef<readonly (File | UploadedFile)[]>(value)
  latest.current = value
  const [running, setRunning] = useState<readonly Running[]>([])
  const [problems, setProblems] = useState<readonly string[]>([])
  const [notes, setNotes] = useState<readonly FileNote[]>([])
  const [over, setOver] = useState(false)

  async function take(list: FileList | null) {
    const free = max - (max === 1 ? 0 : latest.current.length)
    const chosen = [...(list ?? [])]
    const files = chosen.slice(0, free)
    setProblems([])
    if (files.length < chosen.length)
      report(t.tooManyFiles(max, chosen.flatMap(({ name }, at) => (at < free ? [] : [name])).join('、')))
    await aFewAtOnce(files, takeOne)
  }

  async function takeOne(file: globalThis.File) {
    if (isNamedAsKind(file.name) && !isOfKind(file.name, kinds)) return reportKind(file.name)
    if (file.size > maxBytes) return report(t.fileTooLarge(file.name, sizeText(maxBytes)))
    const mine = ++counter.current
    setRunning((all) => [...all, { id: mine, name: file.name, percent: 0 }])
    try {
      const uploaded = await uploadFile(file, {
        onProgress: (percent) => setRunning((all) => all.map((one) => (one.id === mine ? { ...one, percent } : one))),
      })
      if (isOfKind(uploaded.name, kinds)) add(uploaded)
      else reportKind(uploaded.name)
    } catch (thrown) {
      const error = asApiError(thrown)
      if (error.status !== 0 || !session) return report(`${file.name}: ${say(error.text)}`)
      await keepFile(file, session.accountId).then(add, () => report(t.notKept(file.name)))
    } finally {
      setRunning((all) => all.filter((one) => one.id !== mine))
    }
  }

  function add(file: UploadedFile) {
    const tell = (text: string) => setNotes((all) => [...all, { fileId: file.fileId, text }])
    if (file.renamedFrom) tell(t.fileRenamed(file.renamedFrom, file.name))
    if (file.usedBefore) tell(t.fileUsedBefore(file.name))
    put(max === 1 ? [file] : [...latest.current, file])
  }

  function put(files: readonly (File | UploadedFile)[]) {
    latest.current = files
    onChange([...files])
  }

  function remove(fileId: string) {
    if (isLocal(fileId)) void dropFile(fileId)
    put(latest.current.filter((other) => other.fileId !== fileId))
  }

  /** What stands on this device goes as soon as it can, while the form is still open. */
  async function sendRest() {
    for (const { fileId } of latest.current.filter((file) => isLocal(file.fileId))) {
      const sent = session ? await sendKept(fileId, session.accountId).catch(() => null) : null
      if (!sent) continue
      put(latest.current.map((file) => (file.fileId === fileId ? sent : file)))
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it reads is the latest
  useEffect(() => {
    const go = () => void sendRest()
    if (navigator.onLine) go()
    window.addEventListener('online', go)
    return () => window.removeEventListener('online', go)
  }, [session?.accountId])

  function report(problem: string) {
    setProblems((all) => [...all, problem])
  }

  function reportKind(name: string) {
    report(t.fileWrongKind(name, namesOf(kinds, say)))
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (!disabled) void take(event.dataTransfer.files)
  }

  const full = max > 1 && value.length >= max
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
        <div key={one.id} className="file-running" role="status" data-fault>
          <span>{t.uploading(one.name)}</span>
          <Progress percent={one.percent} size="small" />
        </div>
      ))}
      {value.length > 0 ? (
        <ul className="file-list">
          {value.map((file) => (
            <li key={file.fileId} data-fault={isLocal(file.fileId) && !waits ? true : undefined}>
              {isLocal(file.fileId) ? <KeptFile name={file.name} /> : <FileLink file={file} />}
              {disabled ? null : (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t.removeFile(file.name)}
                  onClick={() => remove(file.fileId)}
                />
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {notes
        .filter((note) => value.some(({ fileId }) => fileId === note.fileId))
        .map(({ text }) => (
          <div key={text} role="status" className="drop-hint">
            {text}
          </div>
        ))}
      <FieldError name={name ?? label} error={props.error} value={value.map(({ fileId }) => fileId)} />
      {problems.map((problem) => (
        <div key={problem} role="alert" className="field-error">
          {problem} {t.notSentWith}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t.leaveOut(problem)}
            onClick={() => setProblems((all) => all.filter((one) => one !== problem))}
          />
        </div>
      ))}
    </fieldset>
  )
}
