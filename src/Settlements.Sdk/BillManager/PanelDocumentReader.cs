using System.Globalization;
using System.Xml;

namespace Settlements.BillManager;

/// <summary>Reads one answer in a single walk: what was asked for is kept, everything else is passed over whatever it holds.</summary>
/// <remarks>
/// The echo of the request (<c>tparams</c>, with the session in it) is among the things passed over. Nothing is returned before the document has been read to
/// its end, so that half a list is never taken for a list.
/// </remarks>
internal sealed class PanelDocumentReader<T>
{
    /// <summary>Real documents go six deep; this many is an attack or a mistake.</summary>
    internal const int MaxDepth = 32;

    private readonly XmlReader _xml;
    private readonly PanelColumns<T>? _columns;
    private readonly PanelRow? _row;
    private readonly bool _isForm;
    private readonly PanelDocument<T> _document = new();
    private readonly Action _readRowColumn;

    private PanelDocumentReader(XmlReader xml, string function, PanelColumns<T>? columns, bool isForm)
    {
        _xml = xml;
        _columns = columns;
        _isForm = isForm;
        _readRowColumn = ReadRowColumn;
        if (columns is not null)
            _row = new PanelRow(function, Array.ConvertAll(columns.Names, xml.NameTable.Add), columns.KeepsFirst);
    }

    /// <param name="body">The whole answer.</param>
    /// <param name="function">The function called.</param>
    /// <param name="columns">What to read; null when only the outcome matters.</param>
    /// <param name="isForm">The columns stand directly under the root instead of in rows.</param>
    /// <exception cref="PanelFormatException">The answer is not a whole document of the panel.</exception>
    internal static PanelDocument<T> Read(Stream body, string function, PanelColumns<T>? columns, bool isForm)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            NameTable = new NameTable(),
        };
        using var xml = XmlReader.Create(body, settings);
        try
        {
            return new PanelDocumentReader<T>(xml, function, columns, isForm).ReadDocument();
        }
        catch (XmlException e)
        {
            throw new PanelFormatException(
                string.Create(CultureInfo.InvariantCulture, $"not well-formed XML at line {e.LineNumber}, position {e.LinePosition}"),
                innerException: e
            );
        }
    }

    private PanelDocument<T> ReadDocument()
    {
        _xml.MoveToContent();
        if (_xml.LocalName != "doc")
            throw new PanelFormatException(
                $"its root element is '{Shorten(_xml.LocalName)}', not 'doc'",
                _xml.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase)
                    ? BillManagerProblem.HtmlPage
                    : BillManagerProblem.Malformed
            );

        _document.Function = _xml.GetAttribute("func");
        ForEachChild(ReadTopElement);
        if (_isForm && _row!.HasAny)
            (_document.Form, _document.HasForm) = (_columns!.Read(_row), true);

        while (_xml.Read())
            CheckDepth();
        return _document;
    }

    private void ReadTopElement()
    {
        if (_isForm && _row!.IndexOf(_xml.LocalName) is var column && column >= 0)
        {
            ReadColumn(column);
            return;
        }

        switch (_xml.LocalName)
        {
            case "elem" when _columns is not null && !_isForm:
                ReadRow();
                break;
            case "error":
                _document.Error = ReadError();
                break;
            case "ok":
                _document.Ok = ReadText() ?? "";
                break;
            case "auth":
                _document.SessionId = _xml.GetAttribute("id") ?? "";
                var text = ReadText();
                if (_document.SessionId.Length == 0)
                    _document.SessionId = text;
                break;
            case "user":
                _document.User ??= ReadAttributes();
                Skip();
                break;
            case "mgr":
                _document.Version ??= _xml.GetAttribute("version");
                Skip();
                break;
            case "p_cnt":
                _document.PageSize = ReadCount("p_cnt");
                break;
            case "p_elems":
                _document.TotalRows = ReadCount("p_elems");
                break;
            case "elid" when _isForm:
                _document.FormId = ReadText() is { } elid && PanelValues.TryId(elid.Trim(), out var id) ? id : null;
                break;
            case "payment_id" or "id":
                ReadCreatedId();
                break;
            default:
                Skip();
                break;
        }
    }

    private void ReadRow()
    {
        _row!.Clear();
        ForEachChild(_readRowColumn);
        _document.Rows.Add(_columns!.Read(_row));
    }

    private void ReadRowColumn()
    {
        if (_row!.IndexOf(_xml.LocalName) is var column && column >= 0)
            ReadColumn(column);
        else
            Skip();
    }

    private void ReadColumn(int column)
    {
        var code = _xml.HasAttributes ? _xml.GetAttribute("orig") : null;
        if (ReadText() is { } value)
            _row!.Set(column, value, code);
    }

    private PanelError ReadError()
    {
        var (type, about) = (_xml.GetAttribute("type"), _xml.GetAttribute("object"));
        string? message = null;
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        ForEachChild(() =>
        {
            switch (_xml.LocalName)
            {
                case "msg":
                    message = ReadText();
                    break;
                case "param":
                    if (_xml.GetAttribute("name") is { } name)
                        parameters[name] = ReadText() ?? "";
                    else
                        Skip();
                    break;
                default:
                    Skip();
                    break;
            }
        });
        return new PanelError(type, about, parameters, message);
    }

    /// <summary>The wizard writes the new id several times; they must agree.</summary>
    private void ReadCreatedId()
    {
        if (ReadText() is not { } text || !PanelValues.TryId(text.Trim(), out var id))
            return;
        if (_document.CreatedId is { } earlier && earlier != id)
            throw new PanelFormatException(
                string.Create(CultureInfo.InvariantCulture, $"it names two created objects, {earlier} and {id}")
            );
        _document.CreatedId = id;
    }

    private int ReadCount(string name)
    {
        var text = ReadText()?.Trim();
        return text is not null && PanelValues.TryCode(text, out var count)
            ? count
            : throw new PanelFormatException($"'{name}' is '{Shorten(text ?? "")}', not a count");
    }

    private Dictionary<string, string> ReadAttributes()
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (_xml.MoveToNextAttribute())
            attributes[_xml.LocalName] = _xml.Value;
        _xml.MoveToElement();
        return attributes;
    }

    /// <summary>Calls back at each child element of the element that the reader stands on; the callback consumes it. Ends after the element.</summary>
    private void ForEachChild(Action child)
    {
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return;
        }

        var depth = _xml.Depth;
        _xml.Read();
        while (_xml.Depth > depth)
        {
            if (_xml.NodeType == XmlNodeType.Element)
                child();
            else
                _xml.Read();
        }
        _xml.Read();
    }

    /// <summary>The text of the element, which is consumed; null when it holds elements: the panel reuses names for nested records.</summary>
    private string? ReadText()
    {
        CheckDepth();
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return "";
        }

        var depth = _xml.Depth;
        string? text = "";
        var isNested = false;
        _xml.Read();
        while (_xml.Depth > depth)
        {
            CheckDepth();
            if (_xml.NodeType == XmlNodeType.Element)
                isNested = true;
            else if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                text = text.Length == 0 ? _xml.Value : text + _xml.Value;
            _xml.Read();
        }
        _xml.Read();
        return isNested ? null : text;
    }

    private void Skip()
    {
        CheckDepth();
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return;
        }

        var depth = _xml.Depth;
        _xml.Read();
        while (_xml.Depth > depth)
        {
            CheckDepth();
            _xml.Read();
        }
        _xml.Read();
    }

    private void CheckDepth()
    {
        if (_xml.Depth > MaxDepth)
            throw new PanelFormatException($"nested deeper than {MaxDepth} elements", BillManagerProblem.TooLarge);
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
