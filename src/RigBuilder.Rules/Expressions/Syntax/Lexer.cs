using System.Globalization;
using RigBuilder.Domain.Units;

namespace RigBuilder.Rules.Expressions.Syntax;

/// <summary>
/// Cuts an expression into tokens. A number takes the unit that follows it; a word may hold hyphens ("open-air"), so that
/// a minus needs blanks around it. The first problem ends the text.
/// </summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "..", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", "."];
    private int _at;

    public ExpressionProblem? Problem { get; private set; }

    public static bool IsKeyword(string word) => word is "and" or "or" or "not" or "in" or "for" or "where" or "true" or "false";

    public Token Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
        if (_at >= text.Length || Problem is not null) return new Token(TokenKind.End, text.Length, 0, "");
        var c = text[_at];
        if (char.IsAsciiDigit(c)) return Number();
        if (c is '\'' or '"') return Quoted(c);
        if (IsWordStart(c)) return Take(TokenKind.Word, WordEnd(_at));
        foreach (var symbol in Operators)
            if (string.CompareOrdinal(text, _at, symbol, 0, symbol.Length) == 0) return Take(TokenKind.Operator, _at + symbol.Length);
        return Stray(c);
    }

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private int WordEnd(int from)
    {
        var end = from + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'
            || (text[end] == '-' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]) && text[end - 1] != '-')))
            end++;
        return end;
    }

    private Token Take(TokenKind kind, int end)
    {
        var token = new Token(kind, _at, end - _at, text[_at..end]);
        _at = end;
        return token;
    }

    private Token Quoted(char quote)
    {
        var close = text.IndexOf(quote, _at + 1);
        if (close < 0) return Fail(_at, text.Length - _at, $"the text that starts here has no closing {quote}", null);
        var token = new Token(TokenKind.Text, _at, close + 1 - _at, text[(_at + 1)..close]);
        _at = close + 1;
        return token;
    }

    private Token Stray(char c)
    {
        var help = c switch
        {
            '=' => "write '==' to compare",
            '&' => "write 'and'",
            '|' => "write 'or'",
            '!' => "write 'not', or '!=' to compare",
            '{' or '}' => "braces belong in messages only",
            _ => null,
        };
        return Fail(_at, char.IsHighSurrogate(c) && _at + 1 < text.Length ? 2 : 1, "this character means nothing here", help);
    }

    private Token Number()
    {
        var start = _at;
        var end = DigitsEnd(start);
        var digits = text[start..end].Replace("_", "", StringComparison.Ordinal);
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return Fail(start, end - start, $"'{text[start..end]}' is not a number", null);
        var unitStart = end;
        while (unitStart < text.Length && text[unitStart] == ' ') unitStart++;
        var unitEnd = UnitEnd(unitStart);
        var symbol = text[unitStart..unitEnd];
        if (symbol.Length == 0 || IsKeyword(symbol))
        {
            _at = end;
            return new Token(TokenKind.Number, start, end - start, digits, Quantity.Number(number));
        }

        if (!UnitTable.TryFind(symbol, out var unit)) return UnknownUnit(unitStart, symbol);
        _at = unitEnd;
        return new Token(TokenKind.Number, start, unitEnd - start, digits, Quantity.Number(number) * unit);
    }

    private int DigitsEnd(int from)
    {
        var end = from;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '_')) end++;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '_')) end++;
        }

        if (end >= text.Length || text[end] is not ('e' or 'E')) return end;
        var exponent = end + 1;
        if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
        if (exponent >= text.Length || !char.IsAsciiDigit(text[exponent])) return end;
        while (exponent < text.Length && char.IsAsciiDigit(text[exponent])) exponent++;
        return exponent;
    }

    private int UnitEnd(int from)
    {
        if (from < text.Length && text[from] == '%') return from + 1;
        var end = from;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')) end++;
        if (end == from || end + 1 >= text.Length || text[end] != '/' || !char.IsLetter(text[end + 1])) return end;
        var longer = end + 1;
        while (longer < text.Length && char.IsLetter(text[longer])) longer++;
        return UnitTable.TryFind(text[from..longer], out _) || !UnitTable.TryFind(text[from..end], out _) ? longer : end;
    }

    private Token UnknownUnit(int start, string symbol)
    {
        var nearest = UnitTable.Nearest(symbol);
        return Fail(start, symbol.Length, $"unknown unit '{symbol}'", nearest is null ? null : $"did you mean '{nearest}'?", ExpressionCodes.Unit);
    }

    private Token Fail(int start, int length, string message, string? help, string code = ExpressionCodes.Syntax)
    {
        Problem = new ExpressionProblem(code, start, Math.Max(1, length), message, help);
        _at = text.Length;
        return new Token(TokenKind.End, text.Length, 0, "");
    }
}
