export { Accordion, type AccordionItem, type AccordionProps } from './content/accordion.tsx';
export { Details, type DetailsProps } from './content/details.tsx';
export { ErrorSummary, type ErrorSummaryItem, type ErrorSummaryProps } from './content/error-summary.tsx';
export { InsetText, type InsetTextProps } from './content/inset-text.tsx';
export { NotificationBanner, type NotificationBannerProps } from './content/notification-banner.tsx';
export { Panel, type PanelAction, type PanelProps } from './content/panel.tsx';
export {
  type SummaryAction,
  type SummaryActions,
  SummaryCard,
  type SummaryCardOptions,
  SummaryList,
  type SummaryListProps,
  type SummaryRow,
} from './content/summary-list.tsx';
export { Table, type TableCell, type TableProps } from './content/table.tsx';
export { type TabItem, Tabs, type TabsProps } from './content/tabs.tsx';
export { Tag, type TagProps } from './content/tag.tsx';
export { TaskList, type TaskListItem, type TaskListProps, type TaskStatus } from './content/task-list.tsx';
export { WarningText, type WarningTextProps } from './content/warning-text.tsx';
export {
  asked,
  asTyped,
  type FormState,
  isAgain,
  isTicked,
  orAny,
  problemOf,
  stateOf,
  tickedIn,
  toChoose,
  typedIn,
} from './forms/asked.ts';
export { Button, type ButtonProps } from './forms/button.tsx';
export { CharacterCount, type CharacterCountProps } from './forms/character-count.tsx';
export { Checkboxes, type CheckboxesProps, type CheckboxItem } from './forms/checkboxes.tsx';
export type { ChoiceItem } from './forms/choices.tsx';
export { DateInput, type DateInputItem, type DateInputProps } from './forms/date-input.tsx';
export { DayBoxes } from './forms/day-boxes.tsx';
export { ErrorMessage, type ErrorMessageProps } from './forms/error-message.tsx';
export { type FieldProps, FormGroup } from './forms/field.tsx';
export { Fieldset, type FieldsetOptions, type FieldsetProps } from './forms/fieldset.tsx';
export { FileUpload, type FileUploadProps } from './forms/file-upload.tsx';
export { Hint, type HintProps } from './forms/hint.tsx';
export { Input, type InputProps, type InputType } from './forms/input.tsx';
export { atItemFields, type ItemForm, itemsOf, typedItems } from './forms/items.ts';
export { Label, type LabelProps } from './forms/label.tsx';
export {
  type LookedUp,
  type LookUpAsk,
  LookUpBox,
  type LookUpBoxProps,
  type LookUpChoice,
  LookUps,
  lookedFor,
} from './forms/look-up.tsx';
export { PasswordInput, type PasswordInputProps } from './forms/password-input.tsx';
export { Radios, type RadiosProps } from './forms/radios.tsx';
export { Select, type SelectItem, type SelectProps } from './forms/select.tsx';
export { Textarea, type TextareaProps } from './forms/textarea.tsx';
export type { Attributes, Content, HeadingLevel, Part, Styled } from './markup.ts';
export { Alert, type AlertProps } from './moj/alert.tsx';
export { Badge, type BadgeProps } from './moj/badge.tsx';
export { Banner, type BannerProps } from './moj/banner.tsx';
export { ButtonMenu, type ButtonMenuProps } from './moj/button-menu.tsx';
export { Filter, type FilterProps, type SelectedFilters } from './moj/filter.tsx';
export { AlertIcon, type AlertVariant } from './moj/icons.tsx';
export { IdentityBar, type IdentityBarProps } from './moj/identity-bar.tsx';
export { MultiFileUpload, type MultiFileUploadProps, type UploadedFile } from './moj/multi-file-upload.tsx';
export {
  type NavigationItem,
  PrimaryNavigation,
  type PrimaryNavigationProps,
  SideNavigation,
  type SideNavigationProps,
  type SideNavigationSection,
  SubNavigation,
  type SubNavigationProps,
} from './moj/navigation.tsx';
export { PageHeaderActions, type PageHeaderActionsProps } from './moj/page-header-actions.tsx';
export { MojPagination, type MojPaginationProps } from './moj/pagination.tsx';
export { Search, type SearchProps } from './moj/search.tsx';
export { SortableHeading, type SortableHeadingProps, type SortDirection } from './moj/sortable-heading.tsx';
export { Timeline, type TimelineItem, type TimelineProps } from './moj/timeline.tsx';
export { BackLink, type BackLinkProps } from './navigation/back-link.tsx';
export { type BreadcrumbItem, Breadcrumbs, type BreadcrumbsProps } from './navigation/breadcrumbs.tsx';
export {
  Pagination,
  type PaginationItem,
  type PaginationLink,
  type PaginationProps,
} from './navigation/pagination.tsx';
export { PhaseBanner, type PhaseBannerProps } from './navigation/phase-banner.tsx';
export {
  ServiceNavigation,
  type ServiceNavigationItem,
  type ServiceNavigationProps,
} from './navigation/service-navigation.tsx';
export { SkipLink, type SkipLinkProps } from './navigation/skip-link.tsx';
export { Bars } from './product/bars.tsx';
export type { ChartPoint, ChartProps } from './product/charts.tsx';
export {
  type Answer,
  type AnswerSection,
  CheckAnswers,
  type CheckAnswersProps,
} from './product/check-answers.tsx';
export { type DataColumn, type DataSort, DataTable, type DataTableProps } from './product/data-table.tsx';
export { pageTitle, productName } from './product/document.tsx';
export { EmptyState, type EmptyStateProps } from './product/empty-state.tsx';
export { Footer, type FooterProps } from './product/footer.tsx';
export {
  Answered,
  type AnsweredForm,
  CsrfField,
  Form,
  type FormProps,
  HiddenFields,
  VersionField,
} from './product/form.tsx';
export {
  Count,
  Header,
  type HeaderProps,
  type HeaderSearch,
  type Side,
  type SignedIn,
} from './product/header.tsx';
export {
  type Flash,
  Layout,
  type LayoutProps,
  type PageProps,
  type PrimaryItem,
  PublicLayout,
  type PublicLayoutProps,
} from './product/layout.tsx';
export { Paging, type PagingProps } from './product/paging.tsx';
export { type QueueItem, QueuePage, type QueuePageProps } from './product/queue-page.tsx';
export {
  type KeyFact,
  RecordPage,
  type RecordPageProps,
  type RecordSection,
  SafetyStrip,
  type SafetyStripProps,
} from './product/record-page.tsx';
export { Timeout, type TimeoutProps } from './product/timeout.tsx';
export { Trend } from './product/trend.tsx';
export {
  Day,
  type DayProps,
  Deadline,
  type DeadlineProps,
  daysBetween,
  dayWords,
  deadlineWords,
  Instant,
  inSentence,
  instantWords,
  Money,
  moneyWords,
  monthWords,
} from './product/values.tsx';
export { renderFragment, renderPage } from './render.ts';
