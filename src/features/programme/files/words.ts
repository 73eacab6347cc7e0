import type { Words } from '../../../shared/words.ts'

export const words = {
  chooseFile: { zh: '选择文件', en: 'Choose a file' },
  takePhoto: { zh: '拍照', en: 'Take a photo' },
  dropHere: { zh: '或拖到此处', en: 'or drop it here' },
  uploading: { zh: (name: string) => `正在上传 ${name}`, en: (name: string) => `Uploading ${name}` },
  fileLimits: {
    zh: (kinds: string, size: string) => `${kinds ? `支持 ${kinds}，` : ''}单个不超过 ${size}`,
    en: (kinds: string, size: string) => `${kinds ? `${kinds}; ` : ''}at most ${size} each`,
  },
  fileTooLarge: {
    zh: (name: string, size: string) => `${name} 超过 ${size}，未上传`,
    en: (name: string, size: string) => `${name} is larger than ${size} and was not uploaded`,
  },
  fileWrongKind: {
    zh: (name: string, kinds: string) => `${name} 的类型不支持，请选择 ${kinds}`,
    en: (name: string, kinds: string) => `${name} is of a kind not accepted here. Choose ${kinds}`,
  },
  licence: { zh: (name: string) => `营业执照：${name}`, en: (name: string) => `Business licence: ${name}` },
  licenceHint: {
    zh: (code: string) => `${code} 的一项校验不符。对照执照核对无误的，上传执照以确认`,
    en: (code: string) =>
      `${code} fails one of its checks. If it is as on the licence, upload the licence to confirm it`,
  },
  notSentWith: {
    zh: '（该文件未收，其余内容可照常提交）',
    en: '(this file was not taken; the rest can be sent without it)',
  },
  tooManyFiles: {
    zh: (max: number, names: string) => `最多 ${max} 个文件，未加入：${names}`,
    en: (max: number, names: string) => `At most ${max} files. Not taken: ${names}`,
  },
  waitsHere: { zh: '在本机，待上传', en: 'on this device, not sent yet' },
  notKept: {
    zh: (name: string) => `${name}：网络不可用，且本机无法保存（空间不足或浏览器处于无痕模式），请联网后重新选择`,
    en: (name: string) =>
      `${name}: no connection, and this device cannot keep it (no room, or a private window). Choose it again when you are online`,
  },
  leaveOut: { zh: (problem: string) => `知道了：${problem}`, en: (problem: string) => `Understood: ${problem}` },
  removeFile: { zh: (name: string) => `移除 ${name}`, en: (name: string) => `Remove ${name}` },
  openPhoto: { zh: (name: string) => `查看照片 ${name}`, en: (name: string) => `Open photo ${name}` },
  original: { zh: '原图', en: 'Original' },
  fileRenamed: {
    zh: (from: string, name: string) => `“${from}”的扩展名与内容不符，已按内容改名为“${name}”`,
    en: (from: string, name: string) => `${from} is named as another kind than it is; it was taken as ${name}`,
  },
  fileUsedBefore: {
    zh: (name: string) => `“${name}”与一份已登记的材料内容完全相同；用于另一处会列为疑点，作为款项凭证不能再用`,
    en: (name: string) =>
      `${name} is, byte for byte, a file that is on record already: used elsewhere it becomes a finding, and as a paper of money it is refused`,
  },
  atMost: { zh: (max: number) => `最多 ${max} 个`, en: (max: number) => `up to ${max} files` },
  damaged: { zh: '文件损坏或丢失', en: 'damaged or missing' },
  integrity: { zh: '文件完整性', en: 'File integrity' },
  integrityNote: {
    zh: '每个文件在打开时和每周至少一次与入库时的校验值核对；损坏或丢失的列于此，从备份恢复后一小时内自动核销。',
    en: 'Every file is compared with its hash whenever it is opened and at least once a week. Damaged or missing ones stand here until an hour after they are restored from a backup.',
  },
  storage: { zh: '各单位占用空间', en: 'Room taken by each unit' },
  storageNote: {
    zh: (room: string) =>
      `每个单位最多 ${room}，由部署设置 UNIT_STORAGE_GB 决定。上传后未用于任何记录的文件，30 天后自动清除。`,
    en: (room: string) =>
      `At most ${room} for each unit, set by UNIT_STORAGE_GB. A file that no record has used is removed 30 days after its upload.`,
  },
  onlyLargest: {
    zh: (shown: number, total: number) => `共 ${total} 个单位，先列占用最多的 ${shown} 个`,
    en: (shown: number, total: number) => `${total} units in all; the ${shown} that take most are shown`,
  },
  unit: { zh: '单位', en: 'Unit' },
  taken: { zh: '已用', en: 'Taken' },
  share: { zh: '占上限', en: 'Of the limit' },
  nothingStored: { zh: '还没有上传任何文件', en: 'No file has been uploaded' },
  allIntact: { zh: '没有损坏或丢失的文件', en: 'No file is damaged or missing' },
  onlyFirst: {
    zh: (shown: number, total: number) => `共 ${total} 个，先列最早发现的 ${shown} 个`,
    en: (shown: number, total: number) => `${total} in all; the ${shown} found first are shown`,
  },
  fileName: { zh: '文件', en: 'File' },
  state: { zh: '情况', en: 'State' },
  changed: { zh: '内容已改变', en: 'content changed' },
  missing: { zh: '文件丢失', en: 'missing' },
  foundAt: { zh: '发现时间', en: 'Found at' },
  uploadedBy: { zh: '上传人', en: 'Uploaded by' },
  uploadedAt: { zh: '上传时间', en: 'Uploaded at' },
  hash: { zh: '校验值（SHA-256）', en: 'Hash (SHA-256)' },
  takenAt: { zh: '拍摄', en: 'Taken' },
} as const satisfies Words
